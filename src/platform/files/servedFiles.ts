import type { FileStore } from './fileStore.ts'

/** One authority's files as its pages use them. */
export type ServedFiles = {
  readonly store: FileStore
  /** Largest file that is taken. */
  readonly limitBytes: number
  /** Which scanner releases files; null when none is set up, and nothing is released. */
  readonly scannerName: string | null
}
