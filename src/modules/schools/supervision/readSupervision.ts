import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

export type Session = {
  readonly id: Uuid
  readonly schoolId: Uuid
  readonly school: string
  readonly leadId: Uuid
  readonly lead: string
  readonly supervisor: string
  readonly heldOn: Temporal.PlainDate
  readonly themes: readonly string[]
}
export type Action = {
  readonly id: Uuid
  readonly schoolId: Uuid
  readonly school: string
  readonly what: string
  readonly owner: 'lead' | 'supervisor'
  readonly dueOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate | null
}
export type Lead = {
  readonly id: Uuid
  readonly name: string
  readonly schoolId: Uuid
  readonly school: string
}

/** Sessions that the reader had or gave, or of a school whose leads they supervise; the last first. */
export async function sessionsSeen(work: Work, most = 50): Promise<readonly Session[]> {
  const { rows } = await sql<Session>`
    select s.id, s.school_id as "schoolId", o.name as school, s.lead_id as "leadId", l.display_name as lead, w.display_name as supervisor,
      s.held_on as "heldOn", s.themes
    from lead_supervision s join organisation o on o.id = s.school_id join worker l on l.id = s.lead_id join worker w on w.id = s.supervisor_id
    order by s.held_on desc, s.id desc limit ${most}`.execute(work.db())
  return rows
}

/** What is agreed and not done, of the sessions that the reader sees; the first due first. @param schoolId of one school alone */
export async function openActions(work: Work, schoolId: Uuid | null = null): Promise<readonly Action[]> {
  const { rows } = await sql<Action>`
    select a.id, a.school_id as "schoolId", o.name as school, a.what, a.owner, a.due_on as "dueOn", a.done_on as "doneOn"
    from lead_supervision_action a join organisation o on o.id = a.school_id
    where a.done_on is null and (${schoolId}::uuid is null or a.school_id = ${schoolId}::uuid) order by a.due_on, a.id`.execute(
    work.db(),
  )
  return rows
}

/** Safeguarding leads of schools today, by school. @param id one of them */
export async function leadsOfSchools(work: Work, id: Uuid | null = null): Promise<readonly Lead[]> {
  const { rows } = await sql<Lead>`
    select distinct w.id, w.display_name as name, o.id as "schoolId", o.name as school
    from worker w join post p on p.worker_id = w.id and p.role = 'designated_safeguarding_lead' join organisation o on o.id = w.organisation_id
    where o.kind = 'school' and (w.left_at is null or w.left_at > ${work.now}) and p.started_on <= ${work.today}::date
      and (p.ended_on is null or p.ended_on >= ${work.today}::date) and (${id}::uuid is null or w.id = ${id}::uuid)
    order by o.name, w.display_name`.execute(work.db())
  return rows
}

/** Whether the reader may give sessions; and whether they may see how every school is supported. */
export async function standingAtSchools(
  work: Work,
): Promise<{ readonly maySupervise: boolean; readonly oversees: boolean }> {
  if (work.actor.class === 'director') return { maySupervise: false, oversees: true }
  const { rows } = await sql<{ maySupervise: boolean; oversees: boolean }>`
    select access.may_supervise_leads() as "maySupervise", access.oversees_schools() as oversees`.execute(
    work.db(),
  )
  return rows[0] ?? { maySupervise: false, oversees: false }
}
