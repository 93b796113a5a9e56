import type { PaperPart, Recipient, Showing } from '../rules/paper.ts'
import type { AroundPaper } from './frame.ts'

/** Everything that the grid is drawn of. */
export type Grid = {
  readonly around: AroundPaper
  readonly parts: readonly PaperPart[]
  readonly recipients: readonly Recipient[]
  readonly showings: readonly Showing[]
}

/** The field of one part and one recipient. */
export const cellName = (partId: string, key: string): string => `d:${partId}:${key}`
