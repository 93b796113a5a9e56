import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Server, type TLSSocket, type TlsOptions } from 'node:tls'
import { type Hl7DoorSettings, shippedLimits } from './doorSettings.ts'
import { serveSocket } from './serveSocket.ts'

export interface Hl7Door {
  readonly port: number
  readonly connections: () => number
  /** Takes no new connection, answers what has come, and closes; what still waits after `graceMs` is cut off. */
  readonly close: (graceMs?: number) => Promise<void>
}

/**
 * A door for HL7 version 2 by MLLP over TLS. Who shows no certificate of a known authority is refused before a byte of a
 * message is read.
 */
export async function openHl7Door(settings: Hl7DoorSettings): Promise<Hl7Door> {
  const limits = { ...shippedLimits, ...settings.limits }
  const open: OpenConnections = new Map()
  const server = createServer(tlsOptions(settings.tls))
  server.maxConnections = limits.connections
  server.on('tlsClientError', (error: NodeJS.ErrnoException) =>
    settings.refused?.({ why: 'no_certificate', peer: null, code: error.code ?? null }),
  )
  server.on('secureConnection', socket => {
    const certificate = socket.getPeerX509Certificate()
    if (!certificate) return socket.destroy() // nobody is believed without one, not even on a resumed session
    const { fingerprint256, subject } = certificate
    open.set(socket, serveSocket(socket, { fingerprint256, subject }, limits, settings))
    return socket.on('close', () => open.delete(socket))
  })
  server.listen(settings.port, settings.host)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port, // a TCP server that listens has one
    connections: () => open.size,
    close: (graceMs = 10_000) => close(server, open, graceMs),
  }
}

type OpenConnections = Map<TLSSocket, { readonly finish: () => void }>

/** Both ends prove who they are, in TLS 1.2 or 1.3. */
function tlsOptions({ key, cert, ca }: Hl7DoorSettings['tls']): TlsOptions {
  return {
    key,
    cert,
    ca: [...(typeof ca === 'string' ? [ca] : ca)],
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    handshakeTimeout: 10_000,
    allowHalfOpen: true, // who has said all they have to say still hears every answer
  }
}

async function close(server: Server, open: OpenConnections, graceMs: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  for (const connection of open.values()) connection.finish()
  const cutOff = setTimeout(() => {
    for (const socket of open.keys()) socket.destroy()
  }, graceMs)
  await closed
  clearTimeout(cutOff)
}
