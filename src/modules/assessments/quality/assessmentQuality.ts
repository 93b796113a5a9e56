import { type RawBuilder, sql } from 'kysely'
import type { QualitySource } from '#modules/casework'
import type { Work } from '#platform/db'
import { addWorkingDays } from '#reference'
import { assessmentRules } from './assessmentRules.ts'

/** Five weeks: the second of the usual checkpoints, when findings are on paper. Before that nothing is late. */
const RIPE = { days: 35 }
const DAYS_TO_DECIDE = 5

/** What assessments of the last twelve months, and those under way, lack. */
export const assessmentQuality: QualitySource = {
  name: 'assessments',
  title: 'Assessments',
  rules: assessmentRules,
  find: async work => {
    // Narrative, and who hands in what, are no codes of a return: the data-quality officer reads neither.
    const isOfficer = work.actor.class === 'data_quality'
    const arms = [ofRipe, ofAuthorised, ...(isOfficer ? [] : [undecided(work)])]
    return sql`with assessed as materialized (${assessed(work, isOfficer)}) ${sql.join(arms, sql` union all `)}`
  },
}

/** The assessments that are looked at: a child at a time by index (offset 0 keeps it so), also at a past moment. */
const assessed = ({ today }: Work, isOfficer: boolean): RawBuilder<unknown> => sql`
  select one.*, one.authorised_on is null and one.started_on < ${today.subtract(RIPE)}::date as is_ripe,
    (select count(*) from assessment_factor factor where factor.person_id = one.person_id
      and factor.assessment_id = one.id and factor.removed_on is null) as factors,
    (select count(*) from assessment_event stop where stop.person_id = one.person_id and stop.assessment_id = one.id
      and stop.kind = 'stopped') as stops
  from child cross join lateral (
    select id, person_id, joint_id, started_on, authorised_on, outcome,
      ${isOfficer ? sql`true` : sql`coalesce(child_view, no_child_view_reason) is not null`} as is_heard from assessment
    where assessment.person_id = child.person_id and left_out_on is null
      and (authorised_on is null or authorised_on >= ${today.subtract({ years: 1 })}::date) offset 0
  ) one`

/** Under way for so long that its findings should stand. One that came with an import is written nowhere here. */
const ofRipe: RawBuilder<unknown> = sql`
  select lacks.code, person_id, started_on as day, joint_id as about, '{}'::jsonb as detail, null::uuid as team_id
  from assessed cross join lateral (values ('no_factors_yet', factors = 0), ('no_outcome_yet', outcome is null),
    ('no_view_yet', not is_heard)) lacks (code, holds)
  where is_ripe and stops = 0 and joint_id is not null and lacks.holds`

/** Authorised: what the return asks of it, that the child was seen, and that a plan followed where one was found to be needed. */
const ofAuthorised: RawBuilder<unknown> = sql`
  select lacks.code, assessed.person_id, authorised_on, assessed.id, '{}', null
  from assessed cross join lateral (values
    ('no_factors', factors = 0),
    ('not_seen', joint_id is not null and (select count(*) from note_person visit where visit.person_id = assessed.person_id
      and visit.kind = 'visit' and visit.outcome = 'held' and visit.was_seen
      and visit.happened_at >= assessed.started_on::timestamp at time zone 'Europe/London'
      and visit.happened_at < (assessed.authorised_on + 1)::timestamp at time zone 'Europe/London') = 0
      and (select not is_unborn from person where person.id = assessed.person_id)),
    ('no_plan', outcome = 'child_in_need' and (select count(*) from cin_plan plan where plan.person_id = assessed.person_id
      and (plan.ended_on is null or plan.ended_on >= assessed.authorised_on)) = 0
      and not exists (select from assessed later where later.person_id = assessed.person_id
        and later.authorised_on > assessed.authorised_on))
  ) lacks (code, holds)
  where authorised_on is not null and lacks.holds`

/** Handed in, and no manager has decided for five working days. */
const undecided = ({ today }: Work): RawBuilder<unknown> => sql`
  select 'not_authorised', assessed.person_id, asked.day, asked.id, '{}', null
  from assessed cross join lateral (
    select id, (submitted_at at time zone 'Europe/London')::date as day from approval
    where approval.kind = 'assessment' and approval.subject_id = assessed.joint_id and approval.outcome is null offset 0
  ) asked
  where authorised_on is null and stops = 0 and joint_id is not null
    and asked.day < ${addWorkingDays(today, -DAYS_TO_DECIDE)}::date`
