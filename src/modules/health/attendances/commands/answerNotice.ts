import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { HealthTables } from '../../tables.ts'
import type { NoticeDone } from '../rules/words.ts'

/** What a reader says of a notice: what they did, with a note; or that they have seen that the visit was cancelled. */
export type Answered = { readonly done: NoticeDone; readonly note: string | null }

/**
 * Marks a notice as read by whoever opened it. The first to read it stays: a team needs to know who has it.
 * @returns whether it was unread
 */
export async function markRead(work: Work, id: Uuid): Promise<boolean> {
  const row = await work
    .db<HealthTables>()
    .updateTable('attendance_notice')
    .set(eb => ({ read_at: work.now, read_by: work.actor.id, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('read_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * Keeps what was done, and that it was read.
 * @param version of the notice that the reader had before them
 * @returns false when a colleague has answered meanwhile: nothing is changed then
 */
export async function answerNotice(
  work: Work,
  { id, version }: { readonly id: Uuid; readonly version: number },
  { done, note }: Answered,
): Promise<boolean> {
  const row = await work
    .db<HealthTables>()
    .updateTable('attendance_notice')
    .set(({ fn, val, eb }) => ({
      read_at: fn.coalesce('read_at', val(work.now)),
      read_by: fn.coalesce('read_by', val(work.actor.id)),
      done,
      done_note: note,
      done_at: work.now,
      done_by: work.actor.id,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Says that the correction of a cancelled visit was seen. */
export async function seeCorrection(work: Work, id: Uuid): Promise<void> {
  await work
    .db<HealthTables>()
    .updateTable('attendance_notice')
    .set(eb => ({ correction_seen_at: work.now, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('withdrawn_at', 'is not', null)
    .where('correction_seen_at', 'is', null)
    .execute()
}
