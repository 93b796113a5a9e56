import type { CensusChild, RuleFinding } from '../census/index.ts'

/** One child with what rules across the file said of it; `refusal`: why nothing of it may be kept. */
export type ReadChild = {
  readonly child: CensusChild
  readonly fileRules: readonly RuleFinding[]
  readonly refusal?: string
}
