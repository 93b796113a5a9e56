import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FormIssue } from '#ui'
import type { PersonSummary } from '../queries/personSummaries.ts'
import type { PeopleTables } from '../tables.ts'

/** What a field of a part holds, ready for its column. */
export type FieldValue = string | boolean | Temporal.PlainDate | null
/** A part's columns by name. */
export type PartValues = Readonly<Record<string, FieldValue>>

export type FieldOption = { readonly value: string; readonly text: string }

/** One question of a part's form; `name` is the column that keeps the answer. */
export type Field = {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** partial_date also keeps `<name>_precision`; yes_no_unknown keeps true, false or null. */
  readonly kind: 'text' | 'textarea' | 'select' | 'check' | 'date' | 'partial_date' | 'yes_no_unknown'
  readonly options?: readonly FieldOption[]
  /** The message when it is left empty: "Enter the family name". Left out, it may be. */
  readonly needed?: string
  /** Whom a row is about stands as it was first written: the form that changes the row says it and does not ask. */
  readonly isLasting?: true
  /** Asked of what is recorded already, not when it is added. */
  readonly isForLater?: true
}

/** What the questions and rules of a part may depend on. */
export type PartContext = {
  readonly today: Temporal.PlainDate
  readonly person: PersonSummary
  /** People of the person's families, for relationships. */
  readonly others: readonly PersonSummary[]
  readonly families: readonly FieldOption[]
  readonly households: readonly FieldOption[]
  /** Adults of the families in which the person is a child today. */
  readonly adults: readonly PersonSummary[]
  /** Children born with the person, of whom the acting person may say so. */
  readonly twins: readonly PersonSummary[]
}

/** A kind of fact about a person that is added, changed and ended by one form. */
export type Part = {
  /** In the address: 'name', 'address' ... */
  readonly path: string
  readonly table: keyof PeopleTables & string
  /** "Address": used in headings ("Change address") and the list on the page. */
  readonly title: string
  /** Whether it is columns of the person's own row, so that there is nothing to add. */
  readonly isOwnRow?: true
  /** Which columns there are never depends on the context, only the words and options do. */
  readonly fields: (context: Partial<PartContext>) => readonly Field[]
  /** Opinions are written with the record (B2); facts of who the person is (A2) when left out. */
  readonly dataClass?: 'B2'
  /** Set when only those who hold the person write it, not whoever opened the record with a reason. */
  readonly isByHolders?: true
  /** Where its text stands, and saving leads; the person's details when left out. */
  readonly standsIn?: 'genogram'
  /** What its questions need besides. */
  readonly lookUp?: (work: Work, person: PersonSummary) => Promise<Partial<PartContext>>
  /** Rules over several answers. */
  readonly check?: (values: PartValues, context: Pick<PartContext, 'today'>) => readonly FormIssue[]
  /** Whether the acting person may keep these values, where writing about the person is not enough. */
  readonly mayKeep?: (work: Work, personId: Uuid, values: PartValues) => Promise<boolean>
  /** Last touches before the row is written. */
  readonly complete?: (values: PartValues) => PartValues
}

export type PartPlace = { readonly part: Part; readonly personId: Uuid; readonly rowId: Uuid | null }
