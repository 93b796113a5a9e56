import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { inviteesOf } from '../queries/inviteesOf.ts'
import { type Attended, type InviteeResponse, isAsked } from '../rules/invitee.ts'
import { holdMeeting, tellWorkers } from './holdMeeting.ts'
import { type InviteeWanted, inviteeRow, keyOf } from './inviteeRow.ts'

/** An invitation in the version that a form was opened with. */
export type InviteeVersion = { readonly inviteeId: Uuid; readonly version: number }
type Changed = 'changed' | 'stale'

/** Asks more people to a meeting; whoever is asked already is left as they are. @returns how many were added */
export async function invite(work: Work, meetingId: Uuid, wanted: readonly InviteeWanted[]): Promise<number> {
  await holdMeeting(work, meetingId)
  const asked = (await inviteesOf(work, meetingId)).filter(isAsked)
  const there = new Set(
    asked.map(one => one.workerId ?? one.involvementId ?? one.personId ?? one.organisationId),
  )
  const added = new Map(wanted.map(one => [keyOf(one), one] as const))
  const rows = [...added].filter(([key]) => !there.has(key)).map(([, one]) => one)
  if (rows.length === 0) return 0
  await work
    .db<ChildProtectionTables>()
    .insertInto('meeting_invitee')
    .values(rows.map(one => inviteeRow(meetingId, one, work.now)))
    .execute()
  const workers = rows.map(one => (one.side === 'professional' ? (one.workerId ?? null) : null))
  await tellWorkers(work, workers, 'meeting_invited', meetingId)
  return rows.length
}

/** Takes an invitation back, with the reason. Whoever it was for reads nothing of the meeting from then on. */
export const withdrawInvitation = (work: Work, of: InviteeVersion, because: string): Promise<Changed> =>
  change(work, of, { withdrawn_at: work.now, withdrawn_because: because })

/** Says whether they come, and what they need: by themself, or written down by whoever keeps the meeting. */
export const answerInvitation = (
  work: Work,
  of: InviteeVersion,
  answer: { readonly response: Exclude<InviteeResponse, 'none'>; readonly needs: string | null },
): Promise<Changed> =>
  change(work, of, { response: answer.response, responded_at: work.now, needs: answer.needs })

/** Notes that they were reminded: of their answer, or of their report. */
export async function chaseInvitee(work: Work, of: InviteeVersion): Promise<Changed> {
  const row = await work
    .db<ChildProtectionTables>()
    .updateTable('meeting_invitee')
    .set({ chased_at: sql`chased_at || ${work.now}::timestamptz`, version: of.version + 1 })
    .where('id', '=', of.inviteeId)
    .where('version', '=', of.version)
    .where('withdrawn_at', 'is', null)
    .returning(['meeting_id', 'worker_id'])
    .executeTakeFirst()
  if (row === undefined) return 'stale'
  await tellWorkers(work, [row.worker_id], 'meeting_chased', row.meeting_id)
  return 'changed'
}

/** What somebody who is asked needs to take part. */
export const keepNeeds = (
  work: Work,
  of: InviteeVersion,
  needs: {
    readonly needs: string | null
    readonly language: string | null
    readonly advocate: 'asked_for' | 'found' | 'declined' | null
    readonly reportExpected: boolean
  },
): Promise<Changed> =>
  change(work, of, {
    needs: needs.needs,
    language: needs.language,
    advocate: needs.advocate,
    report_expected: needs.reportExpected,
  })

/** A chair keeps somebody out of a meeting, or a part of it. */
export const excludeInvitee = (work: Work, of: InviteeVersion, because: string): Promise<Changed> =>
  change(work, of, { excluded_because: because, excluded_by: work.actor.id })

/** Who is there, all in one: nothing is written when one of them changed meanwhile. */
export async function noteAttendance(
  work: Work,
  meetingId: Uuid,
  attendance: readonly (InviteeVersion & {
    readonly attended: Attended | null
    readonly cameInstead?: string | null
  })[],
): Promise<Changed> {
  await holdMeeting(work, meetingId)
  const now = new Map((await inviteesOf(work, meetingId)).map(one => [one.id, one]))
  if (attendance.some(one => now.get(one.inviteeId)?.version !== one.version)) return 'stale'
  for (const one of attendance) {
    const { attended, cameInstead } = now.get(one.inviteeId) ?? {}
    if (attended === one.attended && (cameInstead ?? null) === (one.cameInstead ?? null)) continue
    const columns = { attended: one.attended, came_instead: one.cameInstead ?? null }
    if ((await change(work, one, columns)) === 'stale')
      throw new Error('An invitation that was read under the meeting’s lock changed')
  }
  return 'changed'
}

/** Writes some columns of an invitation in the version that was opened. */
export async function change(
  work: Work,
  { inviteeId, version }: InviteeVersion,
  columns: Partial<{
    response: InviteeResponse
    responded_at: Temporal.Instant
    needs: string | null
    language: string | null
    advocate: 'asked_for' | 'found' | 'declined' | null
    report_expected: boolean
    excluded_because: string
    excluded_by: Uuid
    attended: Attended | null
    came_instead: string | null
    record_sent_at: Temporal.Instant
    record_sent_how: 'kith' | 'secure_email' | 'by_hand' | 'post'
    record_acknowledged_at: Temporal.Instant
    withdrawn_at: Temporal.Instant
    withdrawn_because: string
  }>,
): Promise<Changed> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('meeting_invitee')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', inviteeId)
    .where('version', '=', version)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}
