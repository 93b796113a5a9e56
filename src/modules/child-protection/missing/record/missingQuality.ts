import { sql } from 'kysely'
import type { QualitySource } from '#modules/casework'
import { formatDate } from '#ui'

const onDay = (on: Temporal.PlainDate | null): string => (on === null ? '' : formatDate(on))
const annexA = 'Annex A, list of children missing: interview offered and accepted'

/** What returns ask of absences: the interview after each, and dates that can be. */
export const missingQuality: QualitySource = {
  name: 'missing',
  title: 'Missing children',
  rules: {
    not_offered: {
      rule: 'Return interview offered',
      basis: annexA,
      severity: 'query',
      problem: ({ on }) => `Back on ${onDay(on)}, and no interview was offered`,
      mend: 'Offer the interview and record it, or record that it was offered',
      href: ({ personId, about }) => `/people/${personId}/missing/${about}/interview`,
    },
    no_answer: {
      rule: 'Return interview answered',
      basis: annexA,
      severity: 'query',
      problem: ({ on }) => `Back on ${onDay(on)}; the interview was offered and no answer is recorded`,
      mend: 'Record whether the child said yes or no',
      href: ({ personId, about }) => `/people/${personId}/missing/${about}/interview`,
    },
    before_birth: {
      rule: 'Start of the missing period (MIS_START)',
      basis: 'SSDA903 rule 586: a missing period cannot begin before birth',
      severity: 'error',
      problem: ({ on }) => `Missing from ${onDay(on)}, before the date of birth`,
      mend: 'Correct when the child went, or the date of birth',
      href: ({ personId, about }) => `/people/${personId}/missing/${about}/change`,
    },
  },
  find: async work => sql`
    select found.code, found.person_id, found.day, found.about, '{}'::jsonb as detail, null::uuid as team_id
    from child cross join lateral (
      select case when (episode.started_at at time zone 'Europe/London')::date < person.date_of_birth then 'before_birth'
          when not exists (select from return_interview_episode about where about.episode_id = episode.id) then 'not_offered'
          else 'no_answer' end as code,
        episode.person_id, (case when (episode.started_at at time zone 'Europe/London')::date < person.date_of_birth
          then episode.started_at else episode.found_at end at time zone 'Europe/London')::date as day, episode.id as about
      from missing_episode episode join person on person.id = episode.person_id
      where episode.person_id = child.person_id and episode.withdrawn_at is null
        and ((episode.started_at at time zone 'Europe/London')::date < person.date_of_birth
          or (episode.found_at < ${work.now.subtract({ hours: 72 })}::timestamptz
            and episode.found_at > ${work.now.subtract({ hours: 24 * 365 })}::timestamptz
            and not exists (select from return_interview_episode about join return_interview interview on interview.id = about.interview_id
              where about.episode_id = episode.id and interview.answer is not null)))
      offset 0) found`,
}
