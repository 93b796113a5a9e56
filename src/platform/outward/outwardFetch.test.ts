import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { outwardFetch } from './index.ts'

const server = createServer((request, response) => {
  if (request.url === '/long') response.end('x'.repeat(1_100_000))
  else if (request.url === '/away') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()
  else request.pipe(response)
})
await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
afterAll(() => void server.close())
const { port } = server.address() as AddressInfo // of a server that listens by TCP
const asked = { method: 'POST', headers: { accept: 'text/plain' }, body: new URLSearchParams({ a: 'b c' }) }

describe('a request to an address that somebody entered', () => {
  const outside = outwardFetch({ allowsPrivate: false })
  const anywhere = outwardFetch({ allowsPrivate: true })

  it.each([
    [`http://127.0.0.1:${port}/`, 'not https'],
    [`https://127.0.0.1:${port}/`, 'private'],
    [`https://[::1]:${port}/`, 'private'],
    ['https://169.254.169.254/latest/meta-data', 'private'],
    [`https://localhost:${port}/`, 'private'], // found out as it is connected to
    ['file:///etc/passwd', 'not https'],
  ])('is not made to %s', async (address, why) => {
    await expect(outside(address, asked)).rejects.toThrow(why)
  })

  it('is made to this machine in a demonstration, by http or https alone', async () => {
    expect(await (await anywhere(`http://127.0.0.1:${port}/`, asked)).text()).toBe('a=b+c')
    await expect(anywhere('file:///etc/passwd', asked)).rejects.toThrow('not https')
  })

  it('follows nothing elsewhere, and reads no endless answer', async () => {
    const away = await anywhere(`http://127.0.0.1:${port}/away`, asked)
    expect([away.status, away.headers.get('location')]).toEqual([302, 'http://127.0.0.1:1/'])
    await expect(anywhere(`http://127.0.0.1:${port}/long`, asked)).rejects.toThrow('too long')
  })
})
