import { sql } from 'kysely'
import type { QualitySource } from '#modules/casework'
import { formatDate } from '#ui'

const onDay = (on: Temporal.PlainDate | null): string => (on === null ? '' : formatDate(on))
const basis = 'The authority’s own norm: a plan that does not move is looked at'
const href = ({ personId }: { readonly personId: unknown }): string => `/people/${personId}/protection-plan`

/** Signs that a protection plan goes nowhere, among what a worker and their manager are asked to mend. A late visit has its clock. */
export const driftQuality: QualitySource = {
  name: 'protection-plans',
  title: 'Protection plans',
  rules: {
    unchanged: {
      rule: 'Plan changed between reviews',
      basis,
      severity: 'query',
      problem: ({ on }) =>
        `Nothing in the plan has changed since before the review on ${onDay(on)}, and another was held since`,
      mend: 'Change the plan with the core group, or say at its next meeting why it stays',
      href,
    },
    overdue_twice: {
      rule: 'Action of a protection plan done',
      basis,
      severity: 'query',
      problem: ({ on }) => `An action due ${onDay(on)} was late when a review was held, and is not done`,
      mend: 'Do it, or change who does it or what is done',
      href,
    },
    long: {
      rule: 'Protection plan over 15 months',
      basis: 'Child protection plans of 15 months or more are reviewed by a senior manager (local)',
      severity: 'query',
      problem: ({ on }) => `The plan has run since ${onDay(on)}`,
      mend: 'Look at the plan with the chair, and at whether legal advice is needed',
      href,
      isManagers: true,
    },
  },
  find: async work => sql`
    select found.code, found.person_id, found.day, found.about, '{}'::jsonb as detail, null::uuid as team_id
    from child cross join lateral (
      select sign.code, plan.person_id, sign.day, plan.id as about
      from cp_plan plan
        left join lateral (select array_agg(review.held_on order by review.held_on desc) as days from cp_review review
          where review.person_id = plan.person_id and review.cp_plan_id = plan.id) held on true
        cross join lateral (
          select 'long' as code, plan.started_on as day where plan.started_on + interval '15 months' < ${work.today}::date
          union all select 'overdue_twice', min(action.due_on) from plan_outcome outcome
            join plan_action action on action.outcome_id = outcome.id and action.person_id = outcome.person_id
            where outcome.plan_id = plan.id and outcome.status = 'open' and action.done_on is null and action.due_on < held.days[1]
            having count(*) > 0
          union all select 'unchanged', held.days[2] where held.days[2] is not null and not exists (
            select from plan_outcome outcome left join plan_action action on action.outcome_id = outcome.id and action.person_id = outcome.person_id
            where outcome.plan_id = plan.id and outcome.person_id = plan.person_id
              and (greatest(outcome.recorded_from, action.recorded_from) at time zone 'Europe/London')::date > held.days[2])) sign
      where plan.person_id = child.person_id and plan.ended_on is null
      offset 0) found`,
}
