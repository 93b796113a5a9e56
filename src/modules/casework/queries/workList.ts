import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

export type AllocationRole = CaseworkTables['allocation']['role']

/** Something that a worker has to do for a child: a running clock, a task, or an action of the child's plan. */
export type WorkItem = {
  readonly kind: 'clock' | 'task' | 'action'
  readonly id: Uuid
  readonly personId: Uuid
  /** Of a clock: its definition's id. Of anything else: null. */
  readonly definitionId: string | null
  /** Of a clock: the row of the fact that started it. */
  readonly triggerId: Uuid | null
  /** Of a task or action. */
  readonly title: string | null
  readonly dueOn: Temporal.PlainDate | null
  readonly dueAt: Temporal.Instant | null
  /** Counted in hours: its due moment is a time of day. */
  readonly isTimed: boolean
  /** As what the worker holds the child; null for a task or action about somebody they do not hold. */
  readonly role: AllocationRole | null
  /** Of somebody whom the reader covers today: their name. */
  readonly forName?: string
}

type Row = {
  kind: 'clock' | 'task' | 'action'
  id: Uuid
  person_id: Uuid
  definition_id: string | null
  trigger_id: Uuid | null
  title: string | null
  due_on: Temporal.PlainDate | null
  due_at: Temporal.Instant | null
  is_timed: boolean
  role: AllocationRole | null
}

/** Discussed in supervision: whoever supervises has it to do, and sees it with each worker's supervision. */
export const OF_MANAGERS = 'SUPERVISION_CASE'

/**
 * Everything a worker has to do, soonest due first: the running clocks of every child allocated to them, in whatever
 * role, their own tasks, and the actions of running plans that they own, whoever's the child is. One statement, whose cost
 * depends on the worker's caseload and not on the county's size: allocation_worker gives the children, clock_open their
 * clocks, task_worker the tasks, plan_action_worker the actions.
 */
export async function workList(work: Work, workerId: Uuid): Promise<readonly WorkItem[]> {
  const { rows } = await sql<Row>`
    with held as materialized (
      select person_id, min(role) as role from allocation
      where worker_id = ${workerId} and ended_on is null and started_on <= ${work.today}::date
      group by person_id
    )
    select 'clock' as kind, clock.id, clock.person_id, clock.definition_id, clock.trigger_id, null as title, clock.due_on, clock.due_at,
      clock.limit_unit = 'hours' as is_timed, held.role
    from held join clock on clock.person_id = held.person_id
    where clock.outcome = 'open' and clock.definition_id <> ${OF_MANAGERS}
    union all
    select 'task', task.id, task.person_id, null, null, task.title, task.due_on, null, false, held.role
    from task left join held on held.person_id = task.person_id
    where task.worker_id = ${workerId} and task.done_on is null
    union all
    select 'action', action.id, action.person_id, null, null, action.what, action.due_on, null, false, held.role
    from plan_action action join plan_outcome outcome on outcome.id = action.outcome_id and outcome.status = 'open'
      left join held on held.person_id = action.person_id
    where action.owner_worker_id = ${workerId} and action.done_on is null
      and (select count(plan.ended_on) from cin_plan plan where plan.id = outcome.plan_id) = 0
    order by due_on nulls last, due_at nulls last, id`.execute(work.db<CaseworkTables>())
  return rows.map(row => ({
    kind: row.kind,
    id: row.id,
    personId: row.person_id,
    definitionId: row.definition_id,
    triggerId: row.trigger_id,
    title: row.title,
    dueOn: row.due_on,
    dueAt: row.due_at,
    isTimed: row.is_timed,
    role: row.role,
  }))
}
