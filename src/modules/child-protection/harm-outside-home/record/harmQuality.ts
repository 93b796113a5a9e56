import { sql } from 'kysely'
import type { QualitySource } from '#modules/casework'
import { formatDate } from '#ui'

/** What concerns of harm outside the home lack: an assessment, or a second look in time. */
export const harmQuality: QualitySource = {
  name: 'harm',
  title: 'Harm outside the home',
  rules: {
    not_assessed: {
      rule: 'A concern of harm outside the home is assessed',
      basis: 'Working Together 2023, chapter 3: assessment of risk outside the home',
      severity: 'query',
      problem: ({ on }) =>
        `A concern has stood since ${on === null ? '' : formatDate(on)}, and the risk was never assessed`,
      mend: 'Assess the risk, or end the concern with its reason',
      href: ({ personId }) => `/people/${personId}/harm/assessments/new`,
    },
    look_again: {
      rule: 'The risk outside the home is looked at again in time',
      basis: 'The day that the last assessment set',
      severity: 'query',
      problem: ({ on }) => `The risk was to be looked at again by ${on === null ? '' : formatDate(on)}`,
      mend: 'Assess the risk again',
      href: ({ personId }) => `/people/${personId}/harm/assessments/new`,
    },
  },
  // No return asks for it: the data-quality officer reads none of these tables.
  find: async work =>
    work.actor.class === 'data_quality'
      ? null
      : sql`
    select case when last.id is null then 'not_assessed' else 'look_again' end as code, child.person_id,
      coalesce(last.next_review_on, concern.noted_on) as day, null::uuid as about, '{}'::jsonb as detail, null::uuid as team_id
    from child
      left join lateral (select min(noted_on) as noted_on from (select noted_on, ended_on from harm_concern
        where harm_concern.person_id = child.person_id offset 0) one where one.ended_on is null) concern on true
      left join lateral (select id, next_review_on from (select id, next_review_on, assessed_on from harm_assessment
        where harm_assessment.person_id = child.person_id offset 0) one order by assessed_on desc, id desc limit 1) last on true
    where (last.id is null and concern.noted_on < ${work.today.subtract({ days: 14 })}::date)
      or last.next_review_on < ${work.today}::date`,
}
