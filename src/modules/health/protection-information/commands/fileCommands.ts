import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Says that a file was sent by hand. @returns false when it was sent, answered or given up meanwhile */
export async function markSent(work: Work, id: Uuid): Promise<boolean> {
  const { rows } = await sql`
    update protection_file set sent_at = ${work.now}, sent_how = 'hand', sent_by = ${work.actor.id}::uuid
    where id = ${id} and sent_at is null and answered_at is null and given_up_at is null returning id`.execute(
    work.db(),
  )
  return rows.length > 0
}

/** Gives up a file that was sent and never answered. @returns false when it was not sent, or was answered or given up meanwhile */
export async function giveUp(work: Work, id: Uuid): Promise<boolean> {
  const { rows } = await sql`
    update protection_file set given_up_at = ${work.now}, given_up_by = ${work.actor.id}::uuid
    where id = ${id} and sent_at is not null and answered_at is null and given_up_at is null returning id`.execute(
    work.db(),
  )
  return rows.length > 0
}
