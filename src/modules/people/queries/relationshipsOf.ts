import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { RelationshipKind } from '../rules/relationshipWords.ts'
import type { PeopleTables } from '../tables.ts'
import { anyOf } from './anyOf.ts'
import { readsNames } from './readsNames.ts'

/** "person is <kind> of other", kept once. */
export type Relationship = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly otherId: Uuid
  readonly kind: RelationshipKind
  readonly hasParentalResponsibility: boolean | null
  readonly livesTogether: boolean | null
  readonly startedOn: Temporal.PlainDate | null
  readonly endedOn: Temporal.PlainDate | null
  readonly recordedFrom: Temporal.Instant
}

/**
 * @returns every relationship that one of these people has, with whomever the acting person may see too, ended ones
 * included. One that reaches a hidden person is not there.
 */
export async function relationshipsOf(
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly Relationship[]> {
  if (personIds.length === 0 || !readsNames(work.actor)) return []
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('relationship')
    .select([
      'id',
      'person_id',
      'other_id',
      'kind',
      'has_parental_responsibility',
      'lives_together',
      'started_on',
      'ended_on',
      'recorded_from',
    ])
    .where(eb => eb.or([eb('person_id', '=', anyOf(personIds)), eb('other_id', '=', anyOf(personIds))]))
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    otherId: row.other_id,
    kind: row.kind,
    hasParentalResponsibility: row.has_parental_responsibility,
    livesTogether: row.lives_together,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    recordedFrom: row.recorded_from,
  }))
}

/** Whether it holds on a day; the last day belongs to it. */
export function holdsOn(
  dated: { readonly startedOn: Temporal.PlainDate | null; readonly endedOn: Temporal.PlainDate | null },
  day: Temporal.PlainDate,
): boolean {
  const { startedOn, endedOn } = dated
  return (
    (startedOn === null || Temporal.PlainDate.compare(startedOn, day) <= 0) &&
    (endedOn === null || Temporal.PlainDate.compare(endedOn, day) >= 0)
  )
}
