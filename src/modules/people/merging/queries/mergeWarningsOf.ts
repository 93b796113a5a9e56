import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { anyOf } from '../../queries/anyOf.ts'
import { type PersonDetails, personDetails } from '../../queries/personDetails.ts'
import type { PeopleTables } from '../../tables.ts'
import { type MergeWarning, mergeWarnings } from '../rules/mergeWarnings.ts'

/** Signs that these two are two people after all; none for whoever may not see both. */
export async function mergeWarningsOf(work: Work, one: Uuid, other: Uuid): Promise<readonly MergeWarning[]> {
  const [survivor, merged] = [await personDetails(work, one), await personDetails(work, other)]
  return survivor && merged ? await warningsBetween(work, survivor, merged) : []
}

/** The same, of two records that have been read. */
export async function warningsBetween(
  work: Work,
  one: PersonDetails,
  other: PersonDetails,
): Promise<readonly MergeWarning[]> {
  const ids = [one.summary.id, other.summary.id]
  const related = await work
    .db<PeopleTables>()
    .selectFrom('relationship')
    .select('kind')
    .where('person_id', '=', anyOf(ids))
    .where('other_id', '=', anyOf(ids))
    .execute()
  const { rows } = await sql<{ notes: number }>`select count(*)::integer as notes from note_person a
    join note_person b on b.note_id = a.note_id and b.person_id = ${ids[1]} where a.person_id = ${ids[0]}`.execute(
    work.db(),
  )
  const side = ({ summary, facts }: PersonDetails) => ({
    name: summary.name,
    dateOfBirth: summary.dateOfBirth,
    isUnborn: summary.isUnborn,
    motherId: facts.mother_id,
  })
  return mergeWarnings(
    side(one),
    side(other),
    related.map(({ kind }) => kind),
    rows[0]?.notes ?? 0,
  )
}
