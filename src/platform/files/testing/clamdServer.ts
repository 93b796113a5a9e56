import { createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/** The test file that every scanner knows (eicar.org), put together here so that no scanner stops on this source. */
export const EICAR = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)

/** A daemon that speaks clamd's INSTREAM over TCP, with one signature; ends with the file's tests. */
export async function clamdServer({
  mostBytes = 25_000_000,
} = {}): Promise<{ readonly address: string; readonly scans: () => number }> {
  let scans = 0
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => {})
    let come = Buffer.alloc(0)
    socket.on('data', (piece: Buffer) => {
      come = Buffer.concat([come, piece])
      const answer = answerTo(come, mostBytes)
      if (answer === null) return
      scans += 1
      socket.end(`${answer}\0`)
    })
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  afterAll(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const found = server.address()
  if (found === null || typeof found === 'string') throw new Error('The daemon does not listen')
  return { address: `127.0.0.1:${found.port}`, scans: () => scans }
}

/** What the daemon says once the stream is whole; null while more must come. */
function answerTo(come: Buffer, mostBytes: number): string | null {
  const command = 'zINSTREAM\0'
  if (come.length < command.length) return null
  if (come.toString('latin1', 0, command.length) !== command) return 'UNKNOWN COMMAND'
  const pieces: Buffer[] = []
  let at = command.length
  let size = 0
  while (at + 4 <= come.length) {
    const length = come.readUInt32BE(at)
    if (length === 0)
      return Buffer.concat(pieces).includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
    size += length
    if (size > mostBytes) return 'INSTREAM size limit exceeded. ERROR'
    if (at + 4 + length > come.length) return null
    pieces.push(come.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
