import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type PersonDetails, personDetails } from '../../queries/personDetails.ts'
import type { PeopleTables } from '../../tables.ts'
import type { MergeWarning } from '../rules/mergeWarnings.ts'
import { type FactValues, factConflicts, type PersonFact, personFacts } from '../rules/personFacts.ts'
import { mayMerge, mergeMark } from './mergeMark.ts'
import { warningsBetween } from './mergeWarningsOf.ts'
import { type OpenReferral, openReferralsOf, type Tie, tiesOf } from './tiesOf.ts'
import { type UndecidedContact, undecidedContacts } from './undecidedContacts.ts'

/** One of the two records. */
export type ComparedSide = { readonly details: PersonDetails; readonly facts: FactValues }

/** Two records side by side, with everything that somebody must choose between. */
export type Comparison = {
  readonly survivor: ComparedSide
  readonly merged: ComparedSide
  readonly conflicts: readonly PersonFact[]
  readonly ties: readonly Tie[]
  /** More than one to choose between only when both records have one open. */
  readonly referrals: readonly OpenReferral[]
  /** Present NHS numbers that pass their check and differ; empty otherwise. */
  readonly numbers: readonly { readonly id: Uuid; readonly value: string; readonly personId: Uuid }[]
  readonly counts: readonly { readonly table: string; readonly ofOne: number; readonly ofOther: number }[]
  readonly warnings: readonly MergeWarning[]
  /** That must be decided before anybody merges. */
  readonly contacts: readonly UndecidedContact[]
  readonly mark: string
  readonly may: 'writes' | 'directs'
}

/** @returns null when these two are not the acting person's to join: answer not_found */
export async function comparison(work: Work, survivorId: Uuid, mergedId: Uuid): Promise<Comparison | null> {
  const may = survivorId === mergedId ? null : await mayMerge(work, survivorId, mergedId)
  const mark = may && (await mergeMark(work, survivorId, mergedId))
  if (may === null || mark === null) return null
  const survivor = await sideOf(work, survivorId)
  const merged = await sideOf(work, mergedId)
  if (!survivor || !merged) return null
  const referrals = await openReferralsOf(work, [survivorId, mergedId])
  const ofBoth = new Set(referrals.map(({ personId }) => personId)).size > 1
  return {
    survivor,
    merged,
    conflicts: factConflicts(survivor.facts, merged.facts),
    ties: await tiesOf(work, [survivorId, mergedId]),
    referrals: ofBoth ? referrals : [],
    numbers: numbersOf(survivor, merged),
    counts: await countsOf(work, survivorId, mergedId),
    warnings: await warningsBetween(work, survivor.details, merged.details),
    contacts: await undecidedContacts(work, [survivorId, mergedId]),
    mark,
    may,
  }
}

async function sideOf(work: Work, id: Uuid): Promise<ComparedSide | null> {
  const details = await personDetails(work, id)
  const row = await work
    .db<PeopleTables>()
    .selectFrom('person')
    .select(personFacts.map(([column]) => column))
    .where('id', '=', id)
    .executeTakeFirst()
  if (!details || !row) return null
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value))
  // The columns are those of the list above, so every one is there.
  const facts = Object.fromEntries(personFacts.map(([column]) => [column, text(row[column])])) as FactValues
  return { details, facts }
}

function numbersOf(...sides: readonly ComparedSide[]): Comparison['numbers'] {
  const found = sides.flatMap(({ details }) =>
    details.identifiers
      .filter(row => row.kind === 'nhs_number' && row.remark === null && row.endedOn === null)
      .map(row => ({ id: row.id, value: row.value, personId: details.summary.id })),
  )
  return new Set(found.map(({ value }) => value)).size > 1 ? found : []
}

async function countsOf(work: Work, one: Uuid, other: Uuid): Promise<Comparison['counts']> {
  const { rows } = await sql<{ table: string; of_one: number; of_other: number }>`
    select table_name as table, sum(of_one)::integer as of_one, sum(of_other)::integer as of_other
    from access.merge_counts(${one}, ${other}) where of_one + of_other > 0 group by table_name order by table_name`.execute(
    work.db(),
  )
  return rows.map(row => ({ table: row.table, ofOne: row.of_one, ofOther: row.of_other }))
}
