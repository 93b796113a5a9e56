import { once } from 'node:events'
import { connect } from 'node:tls'
import { Hl7Message } from '@medplum/core'
import { Hl7Connection } from '@medplum/hl7'

export interface Hl7LineSettings {
  readonly host: string
  readonly port: number
  /** The sender's certificate, and the authority that signs the door's, in PEM. */
  readonly tls: { readonly key: string; readonly cert: string; readonly ca: string }
  /** The name that the door's certificate must bear, when it is reached by a number. */
  readonly serverName?: string
  /** How long an answer may take. */
  readonly answerMs?: number
}

export interface Hl7Line {
  /** Sends a message and resolves to the text of its answer. Rejects when none comes in time. */
  readonly send: (message: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** A sender's end of MLLP over mutual TLS: what the demonstration hospital speaks through. */
export async function openHl7Line(settings: Hl7LineSettings): Promise<Hl7Line> {
  const { host, port, tls, serverName, answerMs = 30_000 } = settings
  const socket = connect({ host, port, ...tls, ...(serverName ? { servername: serverName } : {}) })
  await once(socket, 'secureConnect')
  const connection = new Hl7Connection(socket)
  return {
    send: async message => {
      // The library's own limit leaves its timer running after the answer, and with it the process.
      const late = Promise.withResolvers<never>()
      const timer = setTimeout(() => late.reject(new Error(`No answer within ${answerMs} ms`)), answerMs)
      try {
        const said = await Promise.race([connection.sendAndWait(Hl7Message.parse(message)), late.promise])
        return said.toString()
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => connection.close(),
  }
}
