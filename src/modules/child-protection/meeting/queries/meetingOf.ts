import { sql } from 'kysely'
import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import { readAgenda } from '../rules/agenda.ts'
import type { Meeting, MeetingPart } from '../rules/meeting.ts'

/** One meeting as the reader may read it, or null. */
export async function meetingOf(work: Work, id: Uuid): Promise<Meeting | null> {
  const row = await meetingRows(work).where('meeting.id', '=', id).executeTakeFirst()
  return row ? asMeeting(row) : null
}

/** How the reader stands to it now; nothing for whoever only reads its children's record. */
export async function partsIn(work: Work, meetingId: Uuid): Promise<readonly MeetingPart[]> {
  if (work.actor.class !== 'practitioner' && work.actor.class !== 'duty') return []
  const { rows } = await sql<{ parts: MeetingPart[] }>`
    select access.part_in_meeting(${meetingId}::uuid) as parts`.execute(work.db())
  return rows[0]?.parts ?? []
}

/** Meetings with the names of who leads and prepares them. */
export const meetingRows = (work: Work) =>
  work
    .db<ChildProtectionTables & AgenciesTables>()
    .selectFrom('meeting')
    .leftJoin('worker as chair', 'chair.id', 'meeting.chair_id')
    .leftJoin('worker as administrator', 'administrator.id', 'meeting.administrator_id')
    .leftJoin('worker as excused', 'excused.id', 'meeting.quorum_exception_by')
    .select([
      'meeting.id',
      'meeting.kind',
      'meeting.person_ids',
      'meeting.reason',
      'meeting.identified_at',
      'meeting.acted_first',
      'meeting.acted_at',
      'meeting.acted_by',
      'meeting.acted_power',
      'meeting.planned_at',
      'meeting.minutes',
      'meeting.how',
      'meeting.place',
      'meeting.chair_id',
      'chair.display_name as chair_name',
      'meeting.administrator_id',
      'administrator.display_name as administrator_name',
      'meeting.previous_id',
      'meeting.agenda',
      'meeting.status',
      'meeting.started_at',
      'meeting.ended_at',
      'meeting.stopped_because',
      'meeting.quorum_exception',
      'excused.display_name as excused_by',
      'meeting.papers_until',
      'meeting.version',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof meetingRows>['execute']>>[number]

/** A row as the meeting that it is. */
export const asMeeting = (row: Row): Meeting => ({
  id: row.id,
  kind: row.kind,
  personIds: row.person_ids,
  reason: row.reason,
  identifiedAt: row.identified_at,
  actedFirst: row.acted_first,
  actedAt: row.acted_at,
  actedBy: row.acted_by,
  actedPower: row.acted_power,
  plannedAt: row.planned_at,
  minutes: row.minutes,
  how: row.how,
  place: row.place,
  chairId: row.chair_id,
  chairName: row.chair_name,
  administratorId: row.administrator_id,
  administratorName: row.administrator_name,
  previousId: row.previous_id,
  agenda: readAgenda(row.agenda),
  status: row.status,
  startedAt: row.started_at,
  endedAt: row.ended_at,
  stoppedBecause: row.stopped_because,
  quorumException: row.quorum_exception,
  quorumExceptionBy: row.excused_by,
  papersUntil: row.papers_until,
  version: row.version,
})
