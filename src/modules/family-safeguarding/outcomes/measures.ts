import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { FamilySafeguardingTables } from '../tables.ts'

/** A measure of how somebody fares, on a day. */
export type Measure = {
  readonly personId: Uuid
  readonly measure: string
  readonly value: number
  readonly onDay: Temporal.PlainDate
  readonly source: string | null
}

/** Every measure of the family's people that the reader may read, oldest first. */
export async function measuresOf(work: Work, familyId: Uuid): Promise<readonly Measure[]> {
  const rows = await work
    .db<FamilySafeguardingTables>()
    .selectFrom('outcome_measure')
    .select(['person_ids', 'measure', 'value', 'on_day', 'source'])
    .where('family_id', '=', familyId)
    .orderBy('on_day')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ person_ids: [personId], measure, value, on_day: onDay, source }) =>
    personId === undefined ? [] : [{ personId, measure, value: Number(value), onDay, source }],
  )
}

export async function keepMeasure(
  work: Work,
  { familyId, teamId }: { readonly familyId: Uuid; readonly teamId: Uuid },
  measured: Measure,
  submission: Uuid,
): Promise<void> {
  await work
    .db<FamilySafeguardingTables>()
    .insertInto('outcome_measure')
    .values({
      id: makeUuid(),
      family_id: familyId,
      team_id: teamId,
      person_ids: [measured.personId],
      author_id: work.actor.id,
      measure: measured.measure,
      value: measured.value,
      on_day: measured.onDay,
      source: measured.source,
      submission,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
