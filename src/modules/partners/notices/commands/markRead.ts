import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Says that the acting person has read a notice, for themself or the team or school that was told. The first to read it stays. */
export async function markRead(work: Work, noticeId: Uuid): Promise<void> {
  await sql`update partner_notice_reader set read_at = ${work.now}, read_by = ${work.actor.id}
    where notice_id = ${noticeId} and read_at is null`.execute(work.db())
  await sql`update partner_notice set seen_at = ${work.now} where id = ${noticeId} and seen_at is null`.execute(
    work.db(),
  )
}

/** The originator's own decision how far a notice of theirs goes: to those who decide, or to whoever works with the children. */
export async function shareNotice(
  work: Work,
  noticeId: Uuid,
  sharing: 'front_door' | 'record',
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update partner_notice set sharing = ${sharing}, sharing_by = ${work.actor.id}
    where id = ${noticeId} and sent_by = ${work.actor.id} and kind = 'police_notification'`.execute(work.db())
  return (numAffectedRows ?? 0n) > 0n
}
