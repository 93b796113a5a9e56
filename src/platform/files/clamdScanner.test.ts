import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { clamdScanner } from './clamdScanner.ts'
import { clamdServer, EICAR } from './testing/clamdServer.ts'

const daemon = await clamdServer({ mostBytes: 8_000_000 })

test('passes what holds no signature, in pieces however large', async () => {
  const scanner = clamdScanner(daemon.address)
  expect(await scanner.scan(Buffer.from('hello'))).toEqual({ kind: 'clean' })
  expect(await scanner.scan(randomBytes(5_000_000))).toEqual({ kind: 'clean' })
})

test('names the signature, wherever in the file it stands', async () => {
  const file = Buffer.concat([Buffer.alloc(65_530, 32), EICAR, Buffer.alloc(100_000, 32)])
  expect(await clamdScanner(daemon.address).scan(file)).toEqual({
    kind: 'infected',
    signature: 'Eicar-Test-Signature',
  })
})

test('never takes for a pass a limit, a silence, a hang-up, an odd answer or nobody there', async () => {
  // A machine under load takes its time with nine megabytes: only a daemon that never answers is given up early.
  const whys = async (address: string, seconds = 30) => {
    const finding = await clamdScanner(address, seconds).scan(Buffer.alloc(9_000_000))
    return finding.kind === 'unavailable' ? finding.why : finding.kind
  }
  expect(await whys(daemon.address)).toMatch(/size limit exceeded|StreamMaxLength/)
  expect(await whys('127.0.0.1:1')).toContain('ECONNREFUSED')
  expect(await whys('/nowhere/clamd.ctl')).toContain('ENOENT')
  for (const [answer, why] of [
    [null, 'in time'],
    ['', 'hung up'],
    ['stream: OK maybe\0', 'it answered'],
    ['x'.repeat(9_000), 'could not be read'],
  ] as const) {
    const odd = createServer(socket => {
      socket.on('error', () => {})
      socket.resume()
      if (answer !== null) socket.end(answer)
    })
    await new Promise<void>(listening => odd.listen(0, '127.0.0.1', listening))
    const found = odd.address()
    const address = `127.0.0.1:${typeof found === 'object' ? found?.port : ''}`
    if (answer === null) expect(await whys(address, 0.3)).toContain(why)
    else expect(await whys(address)).toMatch(new RegExp(`${why}|hung up`))
    odd.close()
  }
})
