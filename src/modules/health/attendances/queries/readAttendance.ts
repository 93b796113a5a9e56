import type { Selectable } from 'kysely'
import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { HealthTables } from '../../tables.ts'
import type { NoticeDone, NoticeKind, QuestionAnswer, QuestionReason } from '../rules/words.ts'
import { councilsOfVisit, type NamedCouncils } from './councilsOfVisit.ts'

/** A visit as the hospital told it, with the name of who sent it. */
export type Attendance = Selectable<HealthTables['attendance']> & { readonly senderName: string }

/** Somebody who was told, as far as the reader may know. */
export type Told = {
  readonly id: Uuid
  readonly kind: NoticeKind
  readonly teamId: Uuid | null
  readonly workerId: Uuid | null
  readonly who: string
  readonly why: string
  readonly ruleVersion: string
  readonly readByDay: Temporal.PlainDate
  readonly readAt: Temporal.Instant | null
  readonly reader: string | null
  readonly done: NoticeDone | null
  readonly doneNote: string | null
  readonly climbedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
  readonly correctionSeenAt: Temporal.Instant | null
  readonly version: number
}

/** A message of this visit, and what it did. */
export type ToldEvent = {
  readonly kind: string
  readonly sentAt: Temporal.Instant
  readonly did: string
  readonly changed: readonly string[]
}
export type Question = {
  readonly id: Uuid
  readonly attendanceId: Uuid
  readonly reason: QuestionReason
  readonly teamId: Uuid
  readonly teamName: string
  readonly answeredAt: Temporal.Instant | null
  readonly answeredBy: string | null
  readonly answer: QuestionAnswer | null
  readonly note: string | null
}

export type OpenAttendance = {
  readonly attendance: Attendance
  readonly told: readonly Told[]
  readonly events: readonly ToldEvent[]
  readonly questions: readonly Question[]
  /** Whom of the record it is; null where the reader may not know. */
  readonly personId: Uuid | null
  /** As the last decision has them that the reader may read. */
  readonly councils: NamedCouncils | null
}

/** An attendance that the reader may read, with all around it; null: there is none for them. */
export async function readAttendance(work: Work, id: Uuid): Promise<OpenAttendance | null> {
  const db = work.db<HealthTables & Directory>()
  const attendance = await db
    .selectFrom('attendance as a')
    .innerJoin('health_sender as s', 's.id', 'a.sender_id')
    .innerJoin('organisation as o', 'o.id', 's.organisation_id')
    .selectAll('a')
    .select('o.name as senderName')
    .where('a.id', '=', id)
    .executeTakeFirst()
  if (attendance === undefined) return null
  const events = await db
    .selectFrom('attendance_event')
    .select(['kind', 'sent_at as sentAt', 'did', 'changed'])
    .where('attendance_id', '=', id)
    .orderBy('id')
    .execute()
  const questions = await db
    .selectFrom('attendance_question as q')
    .innerJoin('team as t', 't.id', 'q.team_id')
    .leftJoin('worker as w', 'w.id', 'q.answered_by')
    .select([
      'q.id',
      'q.attendance_id as attendanceId',
      'q.reason',
      'q.team_id as teamId',
      't.name as teamName',
      'q.answered_at as answeredAt',
      'w.display_name as answeredBy',
      'q.answer',
      'q.note',
    ])
    .where('q.attendance_id', '=', id)
    .orderBy('q.reason')
    .execute()
  const match = await db
    .selectFrom('attendance_match')
    .select('person_id')
    .where('attendance_id', '=', id)
    .executeTakeFirst()
  return {
    attendance,
    told: await whoWasTold(work, id),
    events,
    questions,
    personId: match?.person_id ?? null,
    councils: await councilsOfVisit(work, id),
  }
}

async function whoWasTold(work: Work, id: Uuid): Promise<readonly Told[]> {
  const rows = await work
    .db<HealthTables & Directory>()
    .selectFrom('attendance_notice as n')
    .leftJoin('team as t', 't.id', 'n.team_id')
    .leftJoin('worker as w', 'w.id', 'n.worker_id')
    .leftJoin('neighbour_council as c', 'c.id', 'n.council_id')
    .leftJoin('worker as r', 'r.id', 'n.read_by')
    .selectAll('n')
    .select(['t.name as team', 'w.display_name as worker', 'c.name as council', 'r.display_name as reader'])
    .where('n.attendance_id', '=', id)
    .orderBy('n.kind')
    .orderBy('n.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    teamId: row.team_id,
    workerId: row.worker_id,
    who: row.worker ?? row.team ?? row.council ?? '',
    why: row.why,
    ruleVersion: row.rule_version,
    readByDay: row.read_by_day,
    readAt: row.read_at,
    reader: row.reader,
    done: row.done,
    doneNote: row.done_note,
    climbedAt: row.climbed_at,
    withdrawnAt: row.withdrawn_at,
    correctionSeenAt: row.correction_seen_at,
    version: row.version,
  }))
}

type Directory = Pick<AgenciesTables, 'team' | 'worker' | 'organisation'>
