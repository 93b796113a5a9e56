import { sql } from 'kysely'
import { readSetting } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { CallingSystem } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { isStillShown } from '../rules/shown.ts'
import type { Contact, ShownPlan } from './careTeamBundle.ts'

type Status = ShownPlan & {
  readonly personId: Uuid
  readonly deletedAt: Temporal.Instant | null
}

/** One question of another organisation's system. */
export type Look = {
  readonly system: Pick<CallingSystem, 'id' | 'organisationId'>
  readonly nhsNumber: string
  /** The child is there now and was not expected: whoever works with them is told. */
  readonly isUnscheduled: boolean
  /** The council's name. */
  readonly authorityName: string
}

/**
 * The plans that the NHS would be shown under a number, with an audit entry for the look, whether it found anybody or not. Of whom a named list
 * keeps nobody is told anything. Service listener.
 */
export async function lookAtPlans(
  work: Work,
  { system, nhsNumber, isUnscheduled, authorityName }: Look,
): Promise<{ readonly plans: readonly ShownPlan[]; readonly contact: Contact }> {
  const { rows } = await sql<Status>`
    select s.person_id as "personId", s.kind, s.started_on as "startedOn", s.ended_on as "endedOn", s.deleted_at as "deletedAt"
    from protection_status s where s.nhs_number = ${nhsNumber} and s.deleted_at is null
      and not (access.attendance_facts(s.person_id, ${work.today.toString()}::date) ->> 'isRestricted')::boolean
    order by s.started_on desc, s.id`.execute(work.db())
  const plans = rows.filter(status => isStillShown(status, work.today))
  const people = [...new Set(plans.map(({ personId }) => personId))]
  await sql`insert into audit.entry (actor_id, action, resource, subject_ids, row_ids, detail)
    values (${work.actor.id}, 'read', 'protection_status', ${people}::uuid[], ${[system.id]}::uuid[],
      ${JSON.stringify({ unscheduled: isUnscheduled, found: plans.length })})`.execute(work.db())
  if (isUnscheduled) for (const personId of people) await tell(work, system, personId)
  const { telephone, outOfHoursTelephone } = await readSetting(work, 'authority.details')
  return { plans, contact: { name: authorityName, telephone, outOfHoursTelephone } }
}

/** An opening that was asked here stands in the record as one of which the NHS tells. */
async function tell(work: Work, { organisationId }: Look['system'], personId: Uuid): Promise<void> {
  await sql`insert into protection_access (person_id, notice, opened_at, organisation, attendance_id)
    values (${personId}, ${`asked here ${work.correlation}`}, ${work.now}, (select name from organisation where id = ${organisationId}),
      (select a.id from attendance_match m join attendance a on a.id = m.attendance_id
        where m.person_id = ${personId} and a.status <> 'cancelled'
          and a.arrived_at between ${work.now}::timestamptz - interval '24 hours' and ${work.now}::timestamptz + interval '24 hours'
        order by a.arrived_at desc limit 1))`.execute(work.db())
  await sql`insert into app.notice (worker_id, kind, path, subject_id, made_by)
    select t.worker_id, 'opened_at_nhs', ${`/people/${personId}/nhs`}, ${personId}, ${work.actor.id}::uuid
    from access.protection_told(${personId}) t`.execute(work.db())
}
