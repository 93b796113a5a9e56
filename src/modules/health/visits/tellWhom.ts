import { sql } from 'kysely'
import type { Matched } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { addWorkingDays, londonDate } from '#reference'
import type { QuestionReason } from '../attendances/rules/words.ts'
import { type Recipient, type Routing, type RoutingInputs, routeVisit } from '../rules/routing.ts'
import { routingVersionOn } from '../rules/routingVersions.ts'
import type { HealthTables } from '../tables.ts'
import { routingInputs } from './routingInputs.ts'
import type { Stored } from './storeVisit.ts'

type Attendance = Stored['attendance']

/**
 * Tells whoever the rule names of a visit, beside those who were told before, and asks paediatric liaison what it cannot decide. Nobody who was
 * told is taken off.
 */
export async function tellWhom(
  work: Work,
  attendance: Attendance,
  { personId, matched }: { readonly personId: Uuid | null; readonly matched: Matched | null },
): Promise<void> {
  const inputs = await routingInputs(work, attendance, personId)
  const rule = routingVersionOn(inputs.day)
  const routing = routeVisit(inputs, rule)
  await keepDecision(work, { attendance, personId, inputs, routing, version: rule.version })
  const asked: readonly QuestionReason[] = [...routing.questions, ...unmatched(matched)]
  const recipients = asked.length > 0 ? withLiaison(routing.recipients, inputs.liaisonId) : routing.recipients
  for (const recipient of recipients) await tell(work, attendance, recipient, rule.version)
  for (const reason of asked) await ask(work, attendance.id, inputs.liaisonId, reason)
}

/** Nobody fits, or somebody must look who it is. */
const unmatched = (matched: Matched | null): readonly QuestionReason[] =>
  matched === null || matched.kind === 'exact' ? [] : [matched.kind === 'none' ? 'no_match' : 'many_matches']

const withLiaison = (recipients: readonly Recipient[], teamId: Uuid): readonly Recipient[] =>
  recipients.some(({ kind }) => kind === 'liaison')
    ? recipients
    : [...recipients, { kind: 'liaison', teamId, workerId: null, councilId: null, why: 'unknown' }]

async function tell(
  work: Work,
  attendance: Attendance,
  { kind, teamId, workerId, councilId, why }: Recipient,
  version: string,
): Promise<void> {
  const { rows } = await sql<{ id: Uuid }>`
    insert into attendance_notice (attendance_id, kind, team_id, worker_id, council_id, why, rule_version, read_by_day)
    values (${attendance.id}, ${kind}, ${teamId}::uuid, ${workerId}::uuid, ${councilId}::uuid, ${why}, ${version},
      ${addWorkingDays(londonDate(attendance.received_at), 1).toString()}::date)
    on conflict (attendance_id, kind, team_id, worker_id, council_id) do nothing returning id`.execute(
    work.db(),
  )
  if (rows.length === 0 || workerId === null) return
  await sql`insert into app.notice (worker_id, kind, path, made_by) values (${workerId}, 'attendance', ${`/attendances/${attendance.id}`}, ${work.actor.id})`.execute(
    work.db(),
  )
}

async function ask(work: Work, attendanceId: Uuid, teamId: Uuid, reason: QuestionReason): Promise<void> {
  await sql`insert into attendance_question (attendance_id, reason, team_id) values (${attendanceId}, ${reason}, ${teamId})
    on conflict (attendance_id, reason) do nothing`.execute(work.db())
}

type Decision = {
  readonly attendance: Attendance
  readonly personId: Uuid | null
  readonly inputs: RoutingInputs
  readonly routing: Routing
  readonly version: string
}

/** The rows of the tables that were looked at are not repeated: they have days of their own. */
async function keepDecision(
  work: Work,
  { attendance, personId, inputs, routing, version }: Decision,
): Promise<void> {
  const { areas: _areas, councils: _councils, ...kept } = inputs
  await work
    .db<HealthTables>()
    .insertInto('attendance_decision')
    .values({
      attendance_id: attendance.id,
      person_id: personId,
      rule_version: version,
      inputs: JSON.stringify(kept),
      outcome: JSON.stringify(routing),
    })
    .execute()
}

/** A visit that was cancelled: whoever was told is told so, and nothing of it is asked any more. */
export async function withdraw(work: Work, attendanceId: Uuid): Promise<void> {
  const db = work.db<HealthTables>()
  await db
    .updateTable('attendance_notice')
    .set(eb => ({ withdrawn_at: work.now, version: eb('version', '+', 1) }))
    .where('attendance_id', '=', attendanceId)
    .where('withdrawn_at', 'is', null)
    .execute()
  await db
    .updateTable('attendance_question')
    .set({ answered_at: work.now, answer: 'cancelled' })
    .where('attendance_id', '=', attendanceId)
    .where('answered_at', 'is', null)
    .execute()
}

/** A visit that was cancelled and is here again: what was told of it stands anew, unread. */
export async function restore(work: Work, attendanceId: Uuid): Promise<void> {
  await work
    .db<HealthTables>()
    .updateTable('attendance_notice')
    .set(eb => ({
      withdrawn_at: null,
      correction_seen_at: null,
      read_at: null,
      read_by: null,
      version: eb('version', '+', 1),
    }))
    .where('attendance_id', '=', attendanceId)
    .where('withdrawn_at', 'is not', null)
    .execute()
}
