import type { FileStore } from './fileStore.ts'
import type { Sealer } from './sealer.ts'

/** One authority's files as its pages use them. */
export type ServedFiles = {
  readonly store: FileStore
  /** For what is kept sealed in the database itself. */
  readonly sealer: Sealer
  /** Largest file that is taken. */
  readonly limitBytes: number
  /** Which scanner releases files; null when none is set up, and nothing is released. */
  readonly scannerName: string | null
}
