import type { Uuid } from '#platform/ids'
import type { QualityIssue } from '../../queries/qualityIssues.ts'
import type { IssueChoice } from './chosenIssues.ts'

/** One kind of findings, and how many there are. */
export type QualityTab = { readonly name: string; readonly title: string; readonly count: number }

/** Everything that the page of data quality shows. */
export type QualityView = {
  readonly tabs: readonly QualityTab[]
  readonly source: string
  /** Every finding of this source, for counts and choices. */
  readonly all: readonly QualityIssue[]
  /** What the filter leaves: this page, and how many in all. */
  readonly shown: readonly QualityIssue[]
  readonly count: number
  readonly choice: IssueChoice
  /** What to call a child: a name, or for the data-quality officer the authority's number. */
  readonly childLabel: (id: Uuid | null) => string
  /** Whether the reader may open records. */
  readonly opensRecords: boolean
  /** Teams whose work the reader directs: what is a manager's to mend is theirs there. */
  readonly ledTeamIds: ReadonlySet<Uuid>
  readonly workerNames: ReadonlyMap<Uuid, string>
  readonly teamNames: ReadonlyMap<Uuid, string>
  readonly page: number
  readonly path: string
}
