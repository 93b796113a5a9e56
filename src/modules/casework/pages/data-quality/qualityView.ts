import type { Uuid } from '#platform/ids'
import type { AnsweredIssue } from '../../queries/qualityIssues.ts'
import type { IssueChoice } from './chosenIssues.ts'

/** One kind of findings, and how many there are. */
export type QualityTab = { readonly name: string; readonly title: string; readonly count: number }

/** Everything that the page of data quality shows. */
export type QualityView = {
  readonly tabs: readonly QualityTab[]
  readonly source: string
  /** Every finding of this source, for counts and choices. */
  readonly all: readonly AnsweredIssue[]
  /** What the filter leaves: this page, and how many in all. */
  readonly shown: readonly AnsweredIssue[]
  readonly count: number
  readonly choice: IssueChoice
  /** What to call a child: a name, or for the data-quality officer the authority's number. */
  readonly childLabel: (id: Uuid) => string
  /** Whether the reader may open records. */
  readonly opensRecords: boolean
  readonly workerNames: ReadonlyMap<Uuid, string>
  readonly teamNames: ReadonlyMap<Uuid, string>
  readonly page: number
  readonly path: string
}
