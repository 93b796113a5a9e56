import { type RawBuilder, sql } from 'kysely'
import type { AccessTables } from '#modules/access'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Drift, driftOf } from '../plan/rules/drift.ts'
import type { ChildProtectionTables } from '../tables.ts'

/** A child with a child protection plan, as the list has them. */
export type ListedPlan = {
  readonly planId: Uuid
  readonly personId: Uuid
  readonly startedOn: Temporal.PlainDate
  readonly category: string | null
  readonly teamId: Uuid | null
  readonly teamName: string | null
  readonly areaId: Uuid | null
  readonly areaName: string | null
  readonly workerName: string | null
  readonly chairName: string | null
  readonly lastConferenceOn: Temporal.PlainDate | null
  /** The one that is planned; else when it is due. */
  readonly nextConferenceOn: Temporal.PlainDate | null
  readonly conferenceIsPlanned: boolean
  readonly lastCoreGroupOn: Temporal.PlainDate | null
  readonly coreGroupDueOn: Temporal.PlainDate | null
  readonly lastSeenOn: Temporal.PlainDate | null
  readonly visitDueOn: Temporal.PlainDate | null
  readonly drift: readonly Drift[]
}

type Row = Omit<ListedPlan, 'drift'> & {
  readonly changedOn: Temporal.PlainDate | null
  readonly overdueTwice: number
  /** Days of its reviews, oldest first, as texts. */
  readonly reviewedOn: readonly string[]
}

/** Every running plan of children whose statutory record the reader has now, longest first. At a known-at instant: the list of that day. */
export const runningPlans = (work: Work): Promise<readonly ListedPlan[]> =>
  plansWhere(
    work,
    sql`exists (select from access.entry own where own.actor_id = ${work.actor.id} and own.subject_id = plan.person_id
    and own.data_class = 'B2' and now() >= own.starts_at and now() < own.ends_at)`,
  )

/** The running plans of these children, as far as the reader may read them. */
export const runningPlansOf = async (
  work: Work,
  personIds: readonly Uuid[],
): Promise<readonly ListedPlan[]> =>
  personIds.length === 0 ? [] : plansWhere(work, sql`plan.person_id = any (${[...personIds]}::uuid[])`)

async function plansWhere(work: Work, which: RawBuilder<unknown>): Promise<readonly ListedPlan[]> {
  const { rows } = await sql<Row>`
    select plan.id as "planId", plan.person_id as "personId", plan.started_on as "startedOn",
      coalesce(plan.latest_category, plan.initial_category) as category,
      held.team_id as "teamId", team.name as "teamName", area.id as "areaId", area.name as "areaName",
      worker.display_name as "workerName", coalesce(chair.display_name, sat.chair) as "chairName",
      conferred.last_on as "lastConferenceOn", coalesce(coming.day, due.conference) as "nextConferenceOn",
      coming.day is not null as "conferenceIsPlanned", met.last_on as "lastCoreGroupOn", due.core_group as "coreGroupDueOn",
      seen.last_on as "lastSeenOn", due.visit as "visitDueOn", coalesce(reviewed.days, '{}') as "reviewedOn",
      worked.changed_on as "changedOn", worked.twice as "overdueTwice"
    from cp_plan plan ${around(work)} ${drifting(work)}
    where plan.ended_on is null and plan.started_on <= ${work.today}::date and ${which}
    order by plan.started_on, plan.id`.execute(work.db<ChildProtectionTables & AccessTables>())
  return rows.map(({ changedOn, overdueTwice, reviewedOn, ...row }) => ({
    ...row,
    drift: driftOf(
      {
        startedOn: row.startedOn,
        changedOn,
        overdueTwice,
        visitDueOn: row.visitDueOn,
        reviewedOn: reviewedOn.map(day => Temporal.PlainDate.from(day)),
      },
      work.today,
    ),
  }))
}

/** Who answers for the child, and what was held and is due. */
const around = (work: Work): RawBuilder<unknown> => sql`
  left join lateral (select allocation.team_id, allocation.worker_id from allocation
    where allocation.person_id = plan.person_id and allocation.ended_on is null and allocation.started_on <= ${work.today}::date
      and allocation.role in ('lead_social_worker', 'queue')
    order by allocation.worker_id is null, allocation.worker_id limit 1) held on true
  left join team on team.id = held.team_id
  left join service_area area on area.id = team.service_area_id
  left join worker on worker.id = held.worker_id
  left join lateral (select who.display_name from allocation join worker who on who.id = allocation.worker_id
    where allocation.person_id = plan.person_id and allocation.ended_on is null and allocation.role = 'conference_chair'
    order by allocation.started_on desc limit 1) chair on true
  left join lateral (select who.display_name as chair from conference join meeting on meeting.id = conference.meeting_id
      join worker who on who.id = meeting.chair_id
    where conference.person_id = plan.person_id order by conference.held_on desc limit 1) sat on true
  left join lateral (select max(conference.held_on) as last_on from conference
    where conference.person_id = plan.person_id and conference.held_on <= ${work.today}::date) conferred on true
  left join lateral (select min((meeting.planned_at at time zone 'Europe/London')::date) as day
    from meeting_child of_child join meeting on meeting.id = of_child.meeting_id -- by index, which a list of people has none of here
    where of_child.person_id = plan.person_id and meeting.kind = 'review' and meeting.status = 'planned') coming on true
  left join lateral (select max(core_group.held_on) as last_on from core_group where core_group.cp_plan_id = plan.id
    and core_group.person_id = plan.person_id) met on true
  left join lateral (select max((note.happened_at at time zone 'Europe/London')::date) as last_on from note_person note
    where note.person_id = plan.person_id and note.kind = 'visit' and note.outcome = 'held'
      and (note.was_seen or (select is_unborn from person where person.id = plan.person_id)) -- by index: a list is never joined with everybody
      and note.happened_at <= ${work.now}::timestamptz) seen on true
  left join lateral (select min(due_on) filter (where definition_id in ('RCPC_1', 'RCPC_N')) as conference,
      min(due_on) filter (where definition_id in ('CORE_GROUP_FIRST', 'CORE_GROUP')) as core_group,
      min(due_on) filter (where definition_id = 'CP_VISIT') as visit
    from clock where clock.person_id = plan.person_id and clock.outcome = 'open') due on true`

/** What shows whether the plan moves: its reviews, when it was last changed, and actions late again. */
const drifting = (work: Work): RawBuilder<unknown> => sql`
  left join lateral (select array_agg(cp_review.held_on::text order by cp_review.held_on) as days from cp_review
    where cp_review.person_id = plan.person_id and cp_review.cp_plan_id = plan.id) reviewed on true
  left join lateral (select (max(greatest(outcome.recorded_from, action.recorded_from)) at time zone 'Europe/London')::date as changed_on,
      count(action.id) filter (where outcome.status = 'open' and action.done_on is null and action.due_on < ${work.today}::date and (
        exists (select from cp_review review where review.cp_plan_id = plan.id and review.person_id = plan.person_id and review.held_on > action.due_on)
        or exists (select from history.plan_action past where past.id = action.id and past.due_on < action.due_on
          and past.recorded_from <= ${work.now}::timestamptz)))::int as twice
    from plan_outcome outcome left join plan_action action on action.outcome_id = outcome.id and action.person_id = outcome.person_id
    where outcome.plan_id = plan.id and outcome.person_id = plan.person_id) worked on true`
