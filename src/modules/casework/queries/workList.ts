import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { registries } from '../registry/registries.ts'
import type { PracticeItem } from '../registry/workSource.ts'
import type { CaseworkTables } from '../tables.ts'

export type AllocationRole = CaseworkTables['allocation']['role']

/** Something that a worker has to do: a running clock, a task, an action of a child's plan, or what a practice module knows of. */
export type WorkItem = {
  readonly kind: 'clock' | 'task' | 'action' | 'practice'
  readonly id: Uuid
  readonly personId: Uuid
  /** Of a clock: its definition's id. Of anything else: null. */
  readonly definitionId: string | null
  /** Of a clock: the row of the fact that started it. */
  readonly triggerId: Uuid | null
  /** Of anything but a clock. */
  readonly title: string | null
  readonly dueOn: Temporal.PlainDate | null
  readonly dueAt: Temporal.Instant | null
  /** Counted in hours: its due moment is a time of day. */
  readonly isTimed: boolean
  /** As what the worker holds the child; null for a task or action about somebody they do not hold. */
  readonly role: AllocationRole | null
  /** Of a practice module's item: what only that module can say of it. */
  readonly practice?: Pick<PracticeItem, 'code' | 'kindName' | 'as' | 'way'>
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

/** Everything a worker has to do, soonest due first: what the record says, and what practice modules add. */
export async function workList(work: Work, workerId: Uuid): Promise<readonly WorkItem[]> {
  const items = [...(await recordedWork(work, workerId))]
  for (const source of registries.workSources)
    items.push(...(await source.items(work, workerId)).map(asWorkItem))
  return items.toSorted(soonest)
}

/** The day alone: within a day, what the database has put in order of moments stays so. */
function soonest({ dueOn: one }: WorkItem, { dueOn: other }: WorkItem): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null)
  return Temporal.PlainDate.compare(one, other)
}

const asWorkItem = ({ id, personId, title, dueOn, code, kindName, as, way }: PracticeItem): WorkItem => ({
  kind: 'practice',
  id,
  personId,
  definitionId: null,
  triggerId: null,
  title,
  dueOn,
  dueAt: null,
  isTimed: false,
  role: null,
  practice: { code, kindName, as, way },
})

/**
 * What the record holds for a worker to do: the running clocks of every child allocated to them, in whatever
 * role, their own tasks, and the actions of running plans that they own, whoever's the child is. One statement, whose cost
 * depends on the worker's caseload and not on the county's size: allocation_worker gives the children, clock_open their
 * clocks, task_worker the tasks, plan_action_worker the actions.
 */
async function recordedWork(work: Work, workerId: Uuid): Promise<readonly WorkItem[]> {
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
