import { sql } from 'kysely'
import type { QualityRule, QualitySource } from '#modules/casework'
import { formatDate } from '#ui'

const since =
  (words: string): QualityRule['problem'] =>
  found =>
    found.on === null ? words : `${words}; it began on ${formatDate(found.on)}`

const rules = {
  no_outcome: {
    rule: 'A child in need plan says what should change',
    basis: 'Working Together 2023, chapter 3: child in need plans',
    severity: 'query',
    problem: since('The plan has no outcome'),
    mend: 'Write what should change, who does what, and by when',
    href: ({ personId }) => `/people/${personId}/plan/outcomes/new`,
  },
  no_review: {
    rule: 'A child in need plan is reviewed within three months',
    basis: 'Working Together 2023, chapter 3: child in need reviews',
    severity: 'query',
    problem: since('The plan is older than three months and has no review'),
    mend: 'Hold the review, or record the one that was held',
    href: ({ personId }) => `/people/${personId}/plan/review`,
  },
  overdue_twice: {
    rule: 'Actions of a child in need plan are done, or given up with a reason',
    basis: 'Working Together 2023, chapter 3: reviews look at progress',
    severity: 'query',
    problem: ({ on }) =>
      `An action was due ${on ? formatDate(on) : ''}, was past its day at two reviews and is still not done`,
    mend: 'Do it, give it to somebody else, or say at the outcome why it is dropped',
    href: ({ personId, about }) => `/people/${personId}/plan/actions/${about}`,
  },
} as const satisfies Readonly<Record<string, QualityRule>>

/**
 * What the running child in need plans lack: that they say nothing, that nobody has looked at them again, or that their reviews
 * leave the same thing undone. A child's plan at a time by index (offset 0 and the counts keep it so), also at a past moment.
 */
export const planQuality: QualitySource = {
  name: 'plans',
  title: 'Child in need plans',
  rules,
  find: async ({ today }) => sql`
    with running as materialized (
      select plan.id, plan.person_id, plan.started_on,
        (select count(*) from plan_outcome outcome where outcome.plan_id = plan.id) as outcomes,
        (select count(*) from plan_review review where review.plan_id = plan.id) as reviews
      from child cross join lateral (select id, person_id, started_on from cin_plan
        where cin_plan.person_id = child.person_id and ended_on is null offset 0) plan
    )
    select 'no_outcome' as code, person_id, started_on as day, id as about, '{}'::jsonb as detail, null::uuid as team_id
    from running where outcomes = 0
    union all
    select 'no_review', person_id, started_on, id, '{}', null
    from running where reviews = 0 and started_on < ${today.subtract({ months: 3 })}::date
    union all
    select 'overdue_twice', running.person_id, late.due_on, late.id, '{}', null
    from running cross join lateral (
      select action.id, action.due_on
      from (select id from plan_outcome where plan_id = running.id and status = 'open' offset 0) outcome
      cross join lateral (select id, due_on from plan_action where outcome_id = outcome.id and done_on is null
        and due_on < ${today}::date offset 0) action
      where (select count(*) from plan_review review where review.plan_id = running.id and review.held_on > action.due_on) >= 2
      order by action.due_on, action.id limit 1
    ) late
    where running.reviews >= 2`,
}
