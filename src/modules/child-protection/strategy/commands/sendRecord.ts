import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import { holdMeeting, tellWorkers } from '../../meeting/commands/holdMeeting.ts'
import { change } from '../../meeting/commands/invitations.ts'
import { type InviteeVersion, inviteesOf, type Meeting } from '../../meeting/index.ts'

export type RecordWay = 'kith' | 'secure_email' | 'by_hand' | 'post'

/**
 * Records that the record of a discussion went to these people, who had none yet. Nothing is sent by itself: whoever signs in finds it
 * at the meeting and is told so.
 * @returns `stale` when one of them was changed meanwhile: nothing is written then
 */
export async function sendRecord(
  work: Work,
  meeting: Meeting,
  to: readonly InviteeVersion[],
  how: RecordWay,
): Promise<'sent' | 'stale'> {
  await holdMeeting(work, meeting.id)
  const now = new Map((await inviteesOf(work, meeting.id)).map(one => [one.id, one]))
  if (to.some(({ inviteeId, version }) => now.get(inviteeId)?.version !== version)) return 'stale'
  for (const one of to)
    if ((await change(work, one, { record_sent_at: work.now, record_sent_how: how })) === 'stale')
      throw new Error('An invitation that was read under the meeting’s lock changed')
  await syncClocks(work, meeting.personIds)
  if (how === 'kith')
    await tellWorkers(
      work,
      to.map(({ inviteeId }) => now.get(inviteeId)?.workerId ?? null),
      'meeting_record_sent',
      meeting.id,
    )
  return 'sent'
}

/** Somebody says that they have read the record. */
export const acknowledgeRecord = (work: Work, of: InviteeVersion): Promise<'changed' | 'stale'> =>
  change(work, of, { record_acknowledged_at: work.now })
