import { once } from 'node:events'
import { connect, type TLSSocket } from 'node:tls'
import { makeCertificate } from '../hl7/makeCertificate.ts'

/** An authority, a door's certificate and a sender's, made afresh: none is kept, so none runs out. */
export function certificates() {
  const authority = { ...makeCertificate({ name: 'Trial authority', days: 2 }), name: 'Trial authority' }
  return {
    ca: authority.cert,
    door: makeCertificate({ name: 'localhost', days: 2, by: authority }),
    sender: makeCertificate({ name: 'Fallowmere Hospital', days: 2, by: authority }),
    stranger: makeCertificate({ name: 'Stranger', days: 2 }),
  }
}

export interface TlsSender {
  readonly socket: TLSSocket
  /** Writes bytes and waits until they have left, so that each call is a packet of its own. */
  readonly write: (bytes: string | Buffer) => Promise<void>
  /** Waits until so many answers have come, and gives all that came, without their frames. */
  readonly answers: (count: number) => Promise<readonly string[]>
  readonly closed: Promise<unknown>
}

/** A connection as a hospital's engine makes it. */
export async function tlsSender(
  port: number,
  tls: { ca: string; cert?: string; key?: string; maxVersion?: 'TLSv1.2' },
): Promise<TlsSender> {
  const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ...tls })
  let came = ''
  socket.on('data', (chunk: Buffer) => {
    came += chunk.toString('latin1')
    socket.emit('came')
  })
  const closed = once(socket, 'close')
  socket.on('error', () => undefined)
  await once(socket, 'secureConnect')
  socket.setNoDelay(true)
  const answers = async (count: number) => {
    const read = () =>
      came
        .split('\x1c\r')
        .slice(0, -1)
        .map(text => text.replace('\x0b', ''))
    while (read().length < count && !socket.destroyed) await Promise.race([once(socket, 'came'), closed])
    return read()
  }
  const write = (bytes: string | Buffer) => new Promise<void>(done => socket.write(bytes, () => done()))
  return { socket, write, answers, closed }
}
