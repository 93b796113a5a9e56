import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { addWorkingDays, londonDate } from '#reference'
import type { QuestionReason } from '../attendances/rules/words.ts'
import type { Recipient, Routing } from '../rules/routing.ts'
import type { RoutingInputs } from '../rules/routingInputs.ts'
import type { Stored } from './stored.ts'

/** Whom a visit is told to and what is asked, with what that was decided from. */
export type Telling = {
  readonly attendance: Stored['attendance']
  readonly personId: Uuid | null
  readonly inputs: RoutingInputs
  readonly routing: Routing
  /** Of the rule. */
  readonly version: string
  readonly recipients: readonly Recipient[]
  readonly questions: readonly QuestionReason[]
}

/**
 * Keeps the decision, one notice for each who is told with the bell for each worker who is named, and each question: nobody is told twice and nothing
 * asked twice. One statement, since hospitals send many visits at once.
 */
export async function keepTelling(
  work: Work,
  { attendance, personId, inputs, routing, version, recipients, questions }: Telling,
): Promise<void> {
  const each = <T>(of: (one: Recipient) => T): T[] => recipients.map(of)
  const readBy = addWorkingDays(londonDate(attendance.received_at), 1).toString()
  await sql`
    with decided as (
      insert into attendance_decision (attendance_id, person_id, rule_version, inputs, outcome)
      values (${attendance.id}, ${personId}, ${version}, ${JSON.stringify(keptOf(inputs))}, ${JSON.stringify(routing)})),
    told as (
      insert into attendance_notice (attendance_id, kind, team_id, worker_id, council_id, why, rule_version, read_by_day)
      select ${attendance.id}::uuid, r.kind, r.team_id, r.worker_id, r.council_id, r.why, ${version}, ${readBy}::date
      from unnest(${each(({ kind }) => kind)}::text[], ${each(({ teamId }) => teamId)}::uuid[], ${each(({ workerId }) => workerId)}::uuid[],
        ${each(({ councilId }) => councilId)}::uuid[], ${each(({ why }) => why)}::text[]) r (kind, team_id, worker_id, council_id, why)
      on conflict (attendance_id, kind, team_id, worker_id, council_id) do nothing returning worker_id),
    rung as (
      insert into app.notice (worker_id, kind, path, made_by)
      select worker_id, 'attendance', ${`/attendances/${attendance.id}`}, ${work.actor.id}::uuid from told where worker_id is not null)
    insert into attendance_question (attendance_id, reason, team_id, asked_at)
    select ${attendance.id}::uuid, reason, ${inputs.liaisonId}::uuid, ${work.now}::timestamptz from unnest(${[...questions]}::text[]) reason
    on conflict (attendance_id, reason) do nothing`.execute(work.db())
}

/** The rows of the tables that were looked at are not repeated: they have days of their own. */
function keptOf(inputs: RoutingInputs): Omit<RoutingInputs, 'areas' | 'councils'> {
  const { areas: _areas, councils: _councils, ...kept } = inputs
  return kept
}
