/** The council's mailbox at the NHS, whoever carries it. Nothing here knows how. */
export type Mailbox = {
  /** Hands a file over. The same `localId` again is the same file: after a crash it may come twice. */
  send(bytes: Uint8Array, meta: { readonly localId: string; readonly subject: string }): Promise<void>
  /** The oldest message that was not acknowledged; null: there is none. */
  next(): Promise<{ readonly id: string; readonly bytes: Uint8Array } | null>
  /** Takes a message out of the mailbox: it is kept here. */
  acknowledge(id: string): Promise<void>
}
