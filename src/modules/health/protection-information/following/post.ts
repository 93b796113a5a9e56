import type { Database } from '#platform/db'
import type { Sealer } from '#platform/files'
import type { Mailbox } from '../../mesh/index.ts'

/** Where what comes is kept. */
export type Keeping = { readonly database: Database; readonly sealer: Sealer }

/** The council's mailbox with what the NHS calls this exchange in it. */
export type Post = {
  readonly mailbox: Mailbox
  /** The mailbox that takes files in, and the workflow under which they go. */
  readonly to: string
  readonly workflow: string
  /** Workflows under which answers and notices come. */
  readonly answers: readonly string[]
}
