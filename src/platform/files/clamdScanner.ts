import { connect, type NetConnectOpts, type Socket } from 'node:net'
import type { Finding, Scanner } from './scanner.ts'

const CHUNK = 65_536
const MOST_ANSWER = 4_096

/**
 * A ClamAV daemon, spoken to by its command INSTREAM (clamd's manual: a length of four bytes, most significant first,
 * before each piece; a length of zero ends). The daemon needs no sight of the files.
 * @param address host:port, or the path of a socket
 * @param seconds after which a daemon that is silent counts as absent
 */
export function clamdScanner(address: string, seconds = 60): Scanner {
  return { name: 'ClamAV', scan: bytes => scan(addressOf(address), seconds, bytes) }
}

function addressOf(address: string): NetConnectOpts {
  if (address.startsWith('/')) return { path: address }
  const colon = address.lastIndexOf(':')
  return { host: address.slice(0, colon).replace(/^\[|\]$/g, ''), port: Number(address.slice(colon + 1)) }
}

function scan(to: NetConnectOpts, seconds: number, bytes: Uint8Array): Promise<Finding> {
  return new Promise(resolve => {
    const socket = connect(to)
    let answer = ''
    const end = (finding: Finding): void => {
      socket.destroy()
      resolve(finding)
    }
    socket.setTimeout(seconds * 1000, () => end(unavailable('it did not answer in time')))
    socket.setEncoding('utf8')
    socket.on('connect', () => send(socket, bytes))
    socket.on('data', (text: string) => {
      answer += text
      if (answer.length > MOST_ANSWER) end(unavailable('its answer could not be read'))
      else if (answer.includes('\0')) end(findingOf(answer))
    })
    // A daemon that refuses the size answers, then hangs up while we still write: its answer counts.
    socket.on('error', (error: NodeJS.ErrnoException) =>
      end(answer === '' ? unavailable(troubleWords(error.code)) : findingOf(answer)),
    )
    socket.on('close', () => end(answer === '' ? unavailable('it hung up') : findingOf(answer)))
  })
}

/** A daemon cuts the line on what is longer than it takes, and its own answer may be lost with it. */
const troubleWords = (code: string | undefined): string =>
  code === 'ECONNRESET' || code === 'EPIPE'
    ? 'it hung up before the end: is its StreamMaxLength smaller than UPLOAD_LIMIT_BYTES?'
    : `it cannot be reached (${code ?? 'unknown'})`

function send(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0')
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const piece = bytes.subarray(from, from + CHUNK)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(piece.length)
    socket.write(length)
    socket.write(piece)
  }
  socket.write(Buffer.alloc(4))
}

/** "stream: OK", "stream: Eicar-Signature FOUND"; anything else is no pass. */
function findingOf(answer: string): Finding {
  const said = (answer.split('\0')[0] ?? '').trim()
  if (said === 'stream: OK') return { kind: 'clean' }
  const found = /^stream: (.{1,200}) FOUND$/.exec(said)
  if (found?.[1] !== undefined) return { kind: 'infected', signature: found[1] }
  return unavailable(`it answered "${said.slice(0, 200)}"`)
}

const unavailable = (why: string): Finding => ({ kind: 'unavailable', why })
