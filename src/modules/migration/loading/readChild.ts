import type { CensusChild, RuleFinding } from '../census/index.ts'
import type { SpareReading } from './mergeChildren.ts'

/** One child with what rules across the file said of it; `refusal`: why nothing of it may be kept. */
export type ReadChild = {
  readonly child: CensusChild
  readonly fileRules: readonly RuleFinding[]
  readonly refusal?: string
  /** Values of other places of the file at which the child stands; earlier ones were taken. */
  readonly spare?: readonly SpareReading[]
}
