import type { Work } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'

/** A kept message, opened for whoever makes something of it. */
export type OpenMessage = {
  readonly id: Uuid
  readonly senderId: Uuid
  readonly channel: string
  readonly bytes: Buffer
  readonly receivedAt: Temporal.Instant
}

/** Makes of a message what it is for, in one transaction with the note that it was read, and with other messages of the same turn. */
export type MessageReader = (work: Work, message: OpenMessage) => Promise<void>

/** What came by a door that knows no senders. */
export type UnsentMessage = Omit<OpenMessage, 'senderId'>
export type UnsentReader = (work: Work, message: UnsentMessage) => Promise<void>

export type Readers = { readonly read: MessageReader; readonly readUnsent: UnsentReader }

/** Thrown by a reader that will fail on this message however often it is tried; its code stands in the list of dead messages. */
export class UnreadableMessage extends Error {
  readonly code: string
  constructor(code: string) {
    super(`This message cannot be read: ${code}`)
    this.code = code
  }
}
