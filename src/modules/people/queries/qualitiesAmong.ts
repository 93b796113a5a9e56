import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { RelationshipQuality } from '../rules/qualityWords.ts'
import type { PeopleTables } from '../tables.ts'
import { anyOf } from './anyOf.ts'

/** Somebody's opinion of how two people stood with one another, on a day. */
export type Quality = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly otherId: Uuid
  readonly quality: RelationshipQuality
  readonly remark: string | null
  readonly notedOn: Temporal.PlainDate
  readonly author: string | null
  /** Of two adults: the child in whose record it stands. */
  readonly childId: Uuid | null
}

/** @returns the opinions held on a day about two of these people, the latest first */
export async function qualitiesAmong(
  work: Work,
  personIds: readonly Uuid[],
  on: Temporal.PlainDate,
): Promise<readonly Quality[]> {
  if (personIds.length === 0) return []
  const all = [...(await ownQualities(work, personIds, on)), ...(await ofAdults(work, personIds, on))]
  return all.toSorted((one, other) => Temporal.PlainDate.compare(other.notedOn, one.notedOn))
}

/** Of a child and somebody else: to who reads the record (B2) of the first. */
async function ownQualities(
  work: Work,
  personIds: readonly Uuid[],
  on: Temporal.PlainDate,
): Promise<readonly Quality[]> {
  const rows = await work
    .db<PeopleTables & Workers>()
    .selectFrom('relationship_quality as opinion')
    .leftJoin('worker', 'worker.id', 'opinion.noted_by')
    .select([
      'opinion.id',
      'opinion.person_id',
      'opinion.other_id',
      'opinion.quality',
      'opinion.remark',
      'opinion.noted_on',
      'worker.display_name',
    ])
    .where('opinion.person_id', '=', anyOf(personIds))
    .where('opinion.other_id', '=', anyOf(personIds))
    .where('opinion.noted_on', '<=', on)
    .where(sql<boolean>`coalesce(opinion.ended_on > ${on}::date, true)`)
    .orderBy('opinion.noted_on', 'desc')
    .orderBy('opinion.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    otherId: row.other_id,
    quality: row.quality,
    remark: row.remark,
    notedOn: row.noted_on,
    author: row.display_name,
    childId: null,
  }))
}

/** Of two adults: to who reads the record (B2) of the child in which it stands. */
async function ofAdults(
  work: Work,
  personIds: readonly Uuid[],
  on: Temporal.PlainDate,
): Promise<readonly Quality[]> {
  const rows = await work
    .db<PeopleTables & Workers>()
    .selectFrom('adult_relationship_quality as opinion')
    .leftJoin('worker', 'worker.id', 'opinion.noted_by')
    .selectAll('opinion')
    .select('worker.display_name')
    .where('opinion.person_id', '=', anyOf(personIds))
    .where('opinion.adult_id', '=', anyOf(personIds))
    .where('opinion.other_adult_id', '=', anyOf(personIds))
    .where('opinion.noted_on', '<=', on)
    .where(sql<boolean>`coalesce(opinion.ended_on > ${on}::date, true)`)
    .orderBy('opinion.noted_on', 'desc')
    .orderBy('opinion.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.adult_id,
    otherId: row.other_adult_id,
    quality: row.quality,
    remark: row.remark,
    notedOn: row.noted_on,
    author: row.display_name,
    childId: row.person_id,
  }))
}

/** What this query reads of the directory; the agencies module stands beside this one. */
type Workers = { worker: { id: Uuid; display_name: string } }
