import type { RawBuilder } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** How grave a finding is: a return refuses it, a return asks about it, or nobody can mend it any more. */
export const severities = ['error', 'query', 'information'] as const
export type Severity = (typeof severities)[number]

/** Something found, in codes, dates and ids: what its words and its way to be mended are made of. */
export type Found = {
  /** Of the source's rules. */
  readonly code: string
  /** Null: a contact at the front door that is about nobody of the record yet. */
  readonly personId: Uuid | null
  readonly on: Temporal.PlainDate | null
  /** The row to be mended, where it is not the person's own. */
  readonly about: Uuid | null
  readonly detail: Readonly<Record<string, string | null>>
}

type Said<T> = T | ((found: Found) => T)

/** One thing that a return or the law asks of the record, and what to do where it is lacking. */
export type QualityRule = {
  /** As people name it, with the number of the return's item: "Ethnicity (N00177)". */
  readonly rule: Said<string>
  /** What asks for it: the return's item or rule, the law, or the authority's own norm. */
  readonly basis: Said<string>
  readonly severity: Said<Severity>
  readonly problem: Said<string>
  readonly mend: Said<string>
  /** The very page or form that mends it, for whoever has it to do. */
  readonly href: (found: Found) => string
  /** A manager of the case has it to do, not its lead. */
  readonly isManagers?: true
}

/** A module's part of data quality. */
export type QualitySource = {
  /** In the address. */
  readonly name: string
  readonly title: string
  readonly rules: Readonly<Record<string, QualityRule>>
  /**
   * A query with the columns code, person_id, day, about, detail (jsonb of texts) and team_id (null: the child's own). `child`
   * (person_id) stands before it: whom the reader answers for. It must cost what is open of those children, never what was
   * ever recorded; and name no narrative, so that the data-quality officer may ask it. Null where this reader may ask none of it.
   */
  readonly find: (work: Work) => Promise<RawBuilder<unknown> | null>
}

/** What is said of a finding, from the finding where it depends on it. */
export const said = <T extends string>(value: Said<T>, found: Found): T =>
  typeof value === 'function' ? value(found) : value
