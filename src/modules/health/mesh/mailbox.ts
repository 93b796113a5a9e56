/** A file on its way out. The same `localId` again is the same file: after a crash it may go twice. */
export type Outgoing = {
  readonly to: string
  readonly workflow: string
  readonly localId: string
  readonly fileName: string
  readonly subject: string
  readonly bytes: Uint8Array
}

/** What was fetched from the mailbox. It stays there until it is acknowledged. */
export type Letter = {
  readonly id: string
  readonly from: string
  /** What kind of thing it says it is; empty when it does not. */
  readonly workflow: string
  /** The sender's own name for it; of a report, ours for what it reports on. */
  readonly localId: string | null
  /** The exchange itself reports that something could not be delivered; null for everything that people sent. */
  readonly report: Report | null
  readonly bytes: Uint8Array
}
export type Report = { readonly code: string; readonly description: string; readonly linkedId: string | null }

/** A mailbox of the council, whoever carries it. All but `id` throw a MailboxFault where they do not succeed. */
export type Mailbox = {
  readonly id: string
  /** Tells the exchange that somebody uses this mailbox, as it must hear once a day. */
  validate(): Promise<void>
  /** Hands a file over. @returns the exchange's own name for it */
  send(file: Outgoing): Promise<string>
  /** Ids of what waits, the oldest first; at most some hundreds of them. */
  waiting(): Promise<readonly string[]>
  fetch(id: string): Promise<Letter>
  /** Takes it out of the mailbox: it is kept here. */
  acknowledge(id: string): Promise<void>
}
