import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { SupervisionTables } from '../tables.ts'

/** What somebody says of how they are at work. */
export type WellbeingSaid = {
  readonly statements: readonly string[]
  readonly scores: readonly number[]
  readonly words: string | null
  readonly isShared: boolean
}

/** Keeps how the acting person is today. @returns false when they said so today already */
export async function checkWellbeing(work: Work, said: WellbeingSaid): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await work
    .db<SupervisionTables>()
    .insertInto('wellbeing_check')
    .values({
      id: makeUuid(),
      worker_id: work.actor.id,
      checked_on: work.today,
      statements: [...said.statements],
      scores: JSON.stringify(said.scores),
      words: said.words,
      shared_with_manager: said.isShared,
    })
    .onConflict(conflict => conflict.columns(['worker_id', 'checked_on']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Lets one's manager read a check, or no longer. @returns false when it is none of one's own */
export async function shareWellbeing(work: Work, checkId: Uuid, isShared: boolean): Promise<boolean> {
  const { numUpdatedRows } = await work
    .db<SupervisionTables>()
    .updateTable('wellbeing_check')
    .set(eb => ({ shared_with_manager: isShared, version: eb('version', '+', 1) }))
    .where('id', '=', checkId)
    .where('worker_id', '=', work.actor.id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
