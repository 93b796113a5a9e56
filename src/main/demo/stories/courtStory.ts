import type { Uuid } from '#platform/ids'
import type { Fact } from '../chronicle/tables.ts'
import type { Teller } from '../teller.ts'

type Day = Temporal.PlainDate

/** How a line was worded for the document, some days after it was copied. */
export type Curated = Partial<
  Pick<
    Fact<'court_chronology_line'>,
    'event' | 'said_by' | 'impact' | 'action' | 'is_hidden' | 'hidden_reason'
  >
> & {
  /** Printed with the first line whose event begins so. */
  readonly mergedInto?: string
}

/** A chronology made for court on a day of the past, from what the record said of that time. */
export type CourtStory = {
  readonly teller: Teller
  readonly personIds: readonly Uuid[]
  readonly from: Day
  readonly until: Day
  readonly court: string
  readonly caseNumber: string
  readonly by: Uuid
  readonly madeOn: Day
  readonly curatedOn: Day
  /** After its last line was worded. */
  readonly issuedOn: Day
  /** What was made of a copied line; null leaves it as it was. */
  curate(line: { readonly event: string; readonly source: string }): Curated | null
  /** Lines that the record does not hold. */
  readonly added: readonly {
    readonly on: Day
    readonly event: string
    readonly saidBy: string
    readonly source: string
    readonly impact: string
    readonly action: string
  }[]
}
