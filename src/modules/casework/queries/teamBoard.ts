import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import { OF_MANAGERS } from './workList.ts'

/** What a worker of a team holds and has due. Work that is due counts for the child's lead only. */
export type WorkerLoad = {
  readonly workerId: Uuid
  /** Children whose lead they are. */
  readonly led: number
  /** Children held in any role. */
  readonly held: number
  /** Due today or in the six days after it, and not overdue. */
  readonly dueThisWeek: number
  readonly overdue: number
}

/** The work of each worker who holds a child for one of these teams. One statement, whatever the number of workers. */
export async function workerLoads(work: Work, teamIds: readonly Uuid[]): Promise<readonly WorkerLoad[]> {
  const { rows } = await sql<{ worker_id: Uuid; led: number; held: number; soon: number; overdue: number }>`
    with holding as materialized (
      select worker_id, person_id, bool_or(role in ('lead_social_worker', 'lead_practitioner')) as leads
      from allocation
      where team_id = any (${[...teamIds]}::uuid[]) and ended_on is null and worker_id is not null
        and started_on <= ${work.today}::date
      group by worker_id, person_id
    ),
    due as (
      select holding.worker_id, count(*) filter (where ${overdue(work)}) as overdue,
        count(*) filter (where not (${overdue(work)})) as soon
      from holding join clock on clock.person_id = holding.person_id
      where holding.leads and clock.outcome = 'open' and clock.definition_id <> ${OF_MANAGERS} and clock.due_on <= ${work.today.add({ days: 6 })}::date
      group by holding.worker_id
    )
    select holding.worker_id, count(*) filter (where holding.leads) as led, count(*) as held,
      coalesce(max(due.soon), 0) as soon, coalesce(max(due.overdue), 0) as overdue
    from holding left join due on due.worker_id = holding.worker_id
    group by holding.worker_id`.execute(work.db<CaseworkTables>())
  return rows.map(({ worker_id, soon, ...row }) => ({ workerId: worker_id, dueThisWeek: soon, ...row }))
}

/** Past its day; where hours count, past its moment. */
const overdue = (work: Work) => sql<boolean>`clock.due_on < ${work.today}::date
  or (clock.limit_unit = 'hours' and clock.due_at < ${work.now}::timestamptz)`

/** A team's work in numbers. */
export type TeamLoad = {
  readonly teamId: Uuid
  /** Children with a lead in the team. */
  readonly led: number
  /** Children in the team's queue. */
  readonly queued: number
}

/** Numbers of children by team, for the list of teams. */
export async function teamLoads(work: Work, teamIds: readonly Uuid[]): Promise<readonly TeamLoad[]> {
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('allocation')
    .select(({ fn }) => [
      'team_id',
      fn
        .count<number>('person_id')
        .distinct()
        .filterWhere('role', 'in', ['lead_social_worker', 'lead_practitioner'])
        .as('led'),
      fn.count<number>('person_id').distinct().filterWhere('role', '=', 'queue').as('queued'),
    ])
    .where(eb => eb('team_id', '=', eb.fn.any(eb.val([...teamIds]))))
    .where('ended_on', 'is', null)
    .where('started_on', '<=', work.today)
    .groupBy('team_id')
    .execute()
  return rows.map(({ team_id, ...row }) => ({ teamId: team_id, ...row }))
}

/** A child on a plan who has not been seen for too long. */
export type UnseenChild = {
  readonly personId: Uuid
  /** The child's lead, or null in the queue. */
  readonly workerId: Uuid | null
  readonly plan: 'CP_VISIT' | 'CIN_VISIT'
  readonly clockId: Uuid
  readonly dueOn: Temporal.PlainDate
  /** Null: no visit at which the child was seen is recorded. */
  readonly seenAt: Temporal.Instant | null
}

/**
 * Children of these teams on a child protection or child in need plan (a visit clock runs for them) whose visit is
 * overdue, or whom nobody has seen for so many weeks; the longest unseen first.
 */
export async function unseenChildren(
  work: Work,
  teamIds: readonly Uuid[],
  weeks: number,
): Promise<readonly UnseenChild[]> {
  type Row = {
    person_id: Uuid
    worker_id: Uuid | null
    definition_id: UnseenChild['plan']
    clock_id: Uuid
    due_on: Temporal.PlainDate
    seen_at: Temporal.Instant | null
  }
  const { rows } = await sql<Row>`
    with child as materialized (
      select person_id, min(worker_id::text)::uuid as worker_id from allocation
      where team_id = any (${[...teamIds]}::uuid[]) and ended_on is null and started_on <= ${work.today}::date
        and role in ('lead_social_worker', 'lead_practitioner', 'queue')
      group by person_id
    ),
    planned as materialized (
      select distinct on (child.person_id) child.person_id, child.worker_id, clock.id as clock_id, clock.definition_id,
        clock.due_on, clock.trigger_on, (select is_unborn from person where person.id = child.person_id) as is_unborn
      from child join clock on clock.person_id = child.person_id
      where clock.outcome = 'open' and clock.definition_id in ('CP_VISIT', 'CIN_VISIT')
      order by child.person_id, clock.due_on, clock.id
    ),
    -- A child at a time by index (offset 0 keeps it so), also over the views of a past moment.
    visit as materialized (
      select planned.person_id, note.note_id, note.corrects_note_id, note.happened_at, note.is_seen
      from planned cross join lateral (
        select note_id, corrects_note_id, happened_at, kind = 'visit' and outcome = 'held'
          and (was_seen or planned.is_unborn) as is_seen -- before a birth the parents are seen
        from note_person where note_person.person_id = planned.person_id offset 0
      ) note
    ),
    seen as (
      select person_id, max(happened_at) as seen_at from visit
      where is_seen and happened_at <= ${work.now}::timestamptz and not exists (
        select 1 from visit later where later.person_id = visit.person_id and later.corrects_note_id = visit.note_id)
      group by person_id
    )
    select planned.person_id, planned.worker_id, planned.definition_id, planned.clock_id, planned.due_on, seen.seen_at
    from planned left join seen on seen.person_id = planned.person_id
    where planned.due_on < ${work.today}::date
      or coalesce(seen.seen_at, planned.trigger_on::timestamptz) < ${work.now.subtract({ hours: weeks * 168 })}::timestamptz
    order by seen.seen_at nulls first, planned.due_on, planned.person_id`.execute(work.db<CaseworkTables>())
  return rows.map(row => ({
    personId: row.person_id,
    workerId: row.worker_id,
    plan: row.definition_id,
    clockId: row.clock_id,
    dueOn: row.due_on,
    seenAt: row.seen_at,
  }))
}
