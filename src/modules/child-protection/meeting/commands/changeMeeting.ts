import { syncClocks } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { inviteesOf } from '../queries/inviteesOf.ts'
import { meetingOf } from '../queries/meetingOf.ts'
import { papersOpenUntil } from '../queries/papersOpenUntil.ts'
import type { AgendaItem } from '../rules/agenda.ts'
import { isComing, type Meeting, type MeetingHow } from '../rules/meeting.ts'
import { holdMeeting, tellOf, tellWorkers } from './holdMeeting.ts'
import { mayChair } from './planMeeting.ts'

/** A meeting in the version that a form was opened with. */
export type MeetingVersion = { readonly meetingId: Uuid; readonly version: number }

/** `stale`: somebody changed it meanwhile, or its state does not let it: nothing was written. */
export type ChangedMeeting = 'changed' | 'stale'
/** `chair`: a conference's chair holds a post of chair, and neither holds nor manages a child of it. */
export type MovedMeeting = ChangedMeeting | 'chair'

/** When, where and by whom, as a meeting is moved. */
export type MeetingMove = {
  readonly plannedAt: Temporal.Instant
  readonly minutes: number
  readonly how: MeetingHow
  readonly place: string | null
  /** Kept as it is when left out. */
  readonly chairId?: Uuid | null
  readonly administratorId?: Uuid | null
}

/** Moves a meeting that is still to be held. Whoever signs in is told; what counts from its day counts anew. */
export async function moveMeeting(work: Work, of: MeetingVersion, move: MeetingMove): Promise<MovedMeeting> {
  const meeting = await standing(work, of)
  if (meeting?.status !== 'planned') return 'stale'
  const { kind, personIds } = meeting
  const chairId = move.chairId ?? null
  if (
    chairId !== null &&
    chairId !== meeting.chairId &&
    !(await mayChair(work, { kind, chairId }, personIds))
  )
    return 'chair'
  const changed = await write(work, of, {
    planned_at: move.plannedAt,
    minutes: move.minutes,
    how: move.how,
    place: move.place,
    papers_until: await papersOpenUntil(work, move.plannedAt),
    ...(move.chairId === undefined ? {} : { chair_id: move.chairId }),
    ...(move.administratorId === undefined ? {} : { administrator_id: move.administratorId }),
  })
  if (changed === 'stale') return 'stale'
  if (Temporal.Instant.compare(move.plannedAt, meeting.plannedAt) !== 0)
    await tellOf(work, 'meeting.moved', {
      meetingId: meeting.id,
      kind: meeting.kind,
      personIds: meeting.personIds,
      from: `${meeting.plannedAt}`,
      to: `${move.plannedAt}`,
    })
  await after(work, meeting, 'meeting_moved')
  const added = [move.chairId ?? null, move.administratorId ?? null].filter(
    id => id !== meeting.chairId && id !== meeting.administratorId,
  )
  await tellWorkers(work, added, 'meeting_invited', meeting.id)
  return 'changed'
}

/** Sets what a meeting speaks of. @returns stale too when it is over */
export async function keepAgenda(
  work: Work,
  of: MeetingVersion,
  items: readonly AgendaItem[],
): Promise<ChangedMeeting> {
  const meeting = await standing(work, of)
  if (meeting === null || !isComing(meeting)) return 'stale'
  return await write(work, of, { agenda: JSON.stringify(items) })
}

/** Calls a meeting off, with the reason: those invited read nothing of it from then on. */
export async function cancelMeeting(
  work: Work,
  of: MeetingVersion,
  because: string,
): Promise<ChangedMeeting> {
  const meeting = await standing(work, of)
  if (meeting?.status !== 'planned') return 'stale'
  await after(work, meeting, 'meeting_cancelled') // told first: afterwards nobody is asked any more
  return await ended(work, of, meeting, {
    status: 'cancelled',
    stopped_because: because,
    ended_at: work.now,
  })
}

/** Begins a meeting. */
export async function openMeeting(work: Work, of: MeetingVersion): Promise<ChangedMeeting> {
  const meeting = await standing(work, of)
  if (meeting?.status !== 'planned') return 'stale'
  const changed = await write(work, of, { status: 'in_session', started_at: work.now })
  if (changed === 'changed') await after(work, meeting, 'meeting_opened')
  return changed
}

/** Ends a meeting that sits and did not come to its end, such as for want of a quorum: another one continues it. */
export async function adjournMeeting(
  work: Work,
  of: MeetingVersion,
  because: string,
): Promise<ChangedMeeting> {
  const meeting = await standing(work, of)
  if (meeting?.status !== 'in_session') return 'stale'
  return await ended(work, of, meeting, {
    status: 'adjourned',
    stopped_because: because,
    ended_at: work.now,
  })
}

/** The meeting as it stands now, in the version that was opened; null when it moved on. */
export async function standing(work: Work, { meetingId, version }: MeetingVersion): Promise<Meeting | null> {
  await holdMeeting(work, meetingId)
  const meeting = await meetingOf(work, meetingId)
  return meeting?.version === version ? meeting : null
}

type Columns = Partial<{
  planned_at: Temporal.Instant
  minutes: number
  how: MeetingHow
  place: string | null
  papers_until: Temporal.PlainDate
  chair_id: Uuid | null
  administrator_id: Uuid | null
  agenda: string
  status: Meeting['status']
  started_at: Temporal.Instant
  ended_at: Temporal.Instant
  stopped_because: string
  quorum_exception: string
  quorum_exception_by: Uuid
}>

/** Writes some columns of a meeting in the version that was opened. */
export async function write(
  work: Work,
  { meetingId, version }: MeetingVersion,
  columns: Columns,
): Promise<ChangedMeeting> {
  const { numUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .updateTable('meeting')
    .set({ ...columns, version: version + 1 })
    .where('id', '=', meetingId)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n ? 'changed' : 'stale'
}

async function ended(
  work: Work,
  of: MeetingVersion,
  meeting: Meeting,
  columns: Columns,
): Promise<ChangedMeeting> {
  const changed = await write(work, of, columns)
  if (changed === 'stale') return 'stale'
  await syncClocks(work, meeting.personIds)
  await tellOf(work, columns.status === 'cancelled' ? 'meeting.cancelled' : 'meeting.adjourned', {
    meetingId: meeting.id,
    kind: meeting.kind,
    personIds: meeting.personIds,
  })
  return 'changed'
}

/** Tells whoever signs in of what became of a meeting that they are asked to. */
async function after(work: Work, meeting: Meeting, notice: string): Promise<void> {
  const invitees = await inviteesOf(work, meeting.id)
  const asked = invitees.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ workerId }) => workerId)
  await tellWorkers(work, [...asked, meeting.chairId, meeting.administratorId], notice, meeting.id)
}
