import type { Clock } from '#platform/time'
import type { Credentials } from './token.ts'

/** A mailbox of MESH and how it is reached. */
export type MeshSettings = Credentials & {
  /** Beginning of every address: https, host and port. */
  readonly url: string
  /** Both ends prove who they are: all in PEM. */
  readonly tls: { readonly cert: string; readonly key: string; readonly ca: string }
  readonly limits?: Partial<MeshLimits>
  readonly clock?: Clock
}

export type MeshLimits = {
  /** Without a byte for so long, a call is given up. */
  readonly idleMs: number
  /** However lively, a call is given up after so long. */
  readonly wholeMs: number
  /** Longest part in which a file goes; the service takes 100 MB. */
  readonly chunkBytes: number
  /** Longest message that is taken in, unpacked: it is held in memory at once. */
  readonly messageBytes: number
}

export const shippedLimits: MeshLimits = {
  idleMs: 30_000,
  wholeMs: 300_000,
  chunkBytes: 75_000_000,
  messageBytes: 100_000_000,
}
