import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { certificates } from '../../src/modules/health/testing/tlsSender.ts'
import { freePort } from '../../src/platform/embedded/endpoint.ts'

/** A door for hospitals that another process opens, and by what one is let in. */
export type LineEnd = {
  readonly port: number
  readonly tls: { readonly ca: string; readonly cert: string; readonly key: string }
  /** Of the certificate by which hospitals are let in, as an administrator enters it. */
  readonly fingerprint: string
  /** Settings of the process that opens the door. */
  readonly variables: Readonly<Record<string, string>>
}

/** Makes the certificates of a door and of whoever sends to it, in a folder, and finds a port that is free. */
export async function placeLine(folder: string): Promise<LineEnd> {
  const made = certificates()
  mkdirSync(folder, { recursive: true })
  const kept = (name: string, text: string): string => {
    const path = join(folder, name)
    writeFileSync(path, text, { mode: 0o600 })
    return path
  }
  const port = await freePort()
  return {
    port,
    tls: { ca: made.ca, ...made.sender },
    fingerprint: new X509Certificate(made.sender.cert).fingerprint256,
    variables: {
      HL7_PORT: String(port),
      HL7_HOST: '127.0.0.1',
      HL7_CERT: kept('door.crt', made.door.cert),
      HL7_KEY: kept('door.key', made.door.key),
      HL7_CA: kept('ca.crt', made.ca),
    },
  }
}

/** One connection of a hospital, on which many messages may be under way. */
export type HospitalLine = {
  /** Sends what was framed and resolves to the text of its answer; rejects when the connection ends before. */
  ask(framed: Buffer): Promise<string>
  close(): void
}

/** A message between the signs that part it from the next. */
export const framed = (text: string | Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x0b]), Buffer.from(text), Buffer.from([0x1c, 0x0d])])

/** What an answer says of its message: AA, AE or AR. */
export const codeOf = (answer: string): string => /\rMSA\|(\w\w)\|/.exec(answer)?.[1] ?? 'none'

/** Connects as a hospital's engine does. Answers come in the order of the messages. */
export async function openHospitalLine({ port, tls }: Pick<LineEnd, 'port' | 'tls'>): Promise<HospitalLine> {
  const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ...tls })
  await once(socket, 'secureConnect') // rejects when nobody answers
  socket.setNoDelay(true)
  const waiting: PromiseWithResolvers<string>[] = []
  let rest = ''
  socket.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\x1c\r')
    rest = parts.pop() ?? ''
    for (const part of parts) waiting.shift()?.resolve(part.slice(1))
  })
  const end = () => {
    for (const one of waiting.splice(0)) one.reject(new Error('The connection ended before the answer'))
  }
  socket.on('error', end)
  socket.on('close', end)
  return {
    ask: bytes => {
      const answer = Promise.withResolvers<string>()
      waiting.push(answer)
      socket.write(bytes)
      if (socket.destroyed) end()
      return answer.promise
    },
    close: () => socket.destroy(),
  }
}
