import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import type { Login, Passwords } from './logins.ts'

/** Where the server is reached: a socket's folder (an absolute path), or 127.0.0.1 on Windows, where Node knows no such sockets. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

/** The port in the name of the socket; it opens nothing. */
export const SOCKET_PORT = 5432

/** A connection address as pg, psql and graphile-worker read it. */
export function connectionUrl(
  endpoint: Endpoint,
  login: Login,
  passwords: Passwords,
  database: string,
): string {
  const query = new URLSearchParams({ host: endpoint.host, port: String(endpoint.port) })
  return `postgresql://${login}:${passwords[login]}@/${encodeURIComponent(database)}?${query}`
}

// An SSLRequest (PostgreSQL 18, "Message Formats"): any live server answers with one byte, before any login.
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f])

/** Whether a server answers there within the time given, in milliseconds. */
export function answers(endpoint: Endpoint, within = 2000): Promise<boolean> {
  const { host, port } = endpoint
  const socket = host.startsWith('/') ? connect(join(host, `.s.PGSQL.${port}`)) : connect(port, host)
  return new Promise(settle => {
    const end = (alive: boolean) => {
      socket.destroy()
      settle(alive)
    }
    socket.setTimeout(within, () => end(false))
    socket.once('error', () => end(false))
    socket.once('close', () => settle(false))
    socket.once('data', bytes => end(bytes[0] === 0x4e || bytes[0] === 0x53)) // N or S
    socket.once('connect', () => socket.write(SSL_REQUEST))
  })
}

/** A free port on the loopback address. */
export function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((settle, fail) => {
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => settle(typeof address === 'object' && address ? address.port : SOCKET_PORT))
    })
  })
}
