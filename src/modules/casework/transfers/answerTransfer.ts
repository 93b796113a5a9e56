import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { heldBy } from '../commands/holdings.ts'
import type { CaseworkTables } from '../tables.ts'
import { tellWorkers } from './askForTransfer.ts'
import type { Transfer } from './readTransfers.ts'

/** The answer of the manager who was asked, for some of the children who move together. */
export type TransferAnswer = {
  readonly accepts: boolean
  /** Who takes them on; null: the team's queue. */
  readonly workerId: Uuid | null
  readonly reason: string | null
}

/**
 * Takes children over or refuses; the database decides each by itself and all stand or fall together.
 * @returns false when one of them is decided already or not the actor's to decide: nothing has changed then
 */
export async function answerTransfer(
  work: Work,
  transfers: readonly Transfer[],
  answer: TransferAnswer,
): Promise<boolean> {
  const holders = (
    await heldBy(
      work,
      transfers.map(({ personId }) => personId),
    )
  )
    .filter(({ endedOn }) => endedOn === null)
    .flatMap(({ workerId }) => workerId ?? [])
  for (const { id } of transfers) {
    const { rows } = await sql<{ said: string }>`select access.decide_transfer(${id}::uuid, ${answer.accepts},
      ${answer.accepts ? answer.workerId : null}::uuid, ${answer.reason}) as said`.execute(work.db())
    if (rows[0]?.said === (answer.accepts ? 'accepted' : 'refused')) continue
    if (id === transfers[0]?.id) return false
    throw new Error('Some of these children could be decided and others not: all of it is undone')
  }
  const [first] = transfers
  if (first === undefined) return false
  const told = [first.requestedBy, ...holders]
  await tellWorkers(work, told, answer.accepts ? 'work_given' : 'work_returned', first.id, first.personId)
  if (answer.accepts && answer.workerId)
    await tellWorkers(work, [answer.workerId], 'work_given', first.id, first.personId)
  return true
}

/** Taken back by those who asked, or the answer of another authority written down. @returns how many rows took it */
export async function settleTransfer(
  work: Work,
  transfers: readonly Transfer[],
  outcome: 'withdrawn' | 'accepted' | 'refused',
  reason: string | null,
): Promise<number> {
  const { numUpdatedRows } = await work
    .db<CaseworkTables>()
    .updateTable('transfer')
    .set({ outcome, reason, decided_by: work.actor.id, decided_at: work.now })
    .where(
      'id',
      'in',
      transfers.map(({ id }) => id),
    )
    .where('outcome', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}
