import { sql } from 'kysely'
import type { QualitySource } from '#modules/casework'
import { formatDate } from '#ui'

const onDay = (on: Temporal.PlainDate | null): string => (on === null ? '' : formatDate(on))
const census = (rule: string): string => `Children in need census 2026-27, rule ${rule}`
const href = ({ personId }: { readonly personId: unknown }): string => `/people/${personId}/pre-proceedings`

/** Dates of pre-proceedings that cannot follow one another, and census items that their facts ask for. Most come with an import. */
export const preProceedingsQuality: QualitySource = {
  name: 'pre-proceedings',
  title: 'Pre-proceedings',
  rules: {
    letter_before_start: {
      rule: 'Letter before proceedings on or after the start',
      basis: census('9006'),
      severity: 'error',
      problem: ({ on }) => `The letter is dated ${onDay(on)}, before pre-proceedings began`,
      mend: 'Correct the date of the letter, or of the decision to start',
      href,
    },
    offer_not_said: {
      rule: 'Family group meeting offered or not',
      basis: census('9007'),
      severity: 'error',
      problem: ({ on }) =>
        `The letter was sent on ${onDay(on)}, and nothing says whether a family group decision making meeting was offered`,
      mend: 'Record the offer, or why no offer is made',
      href,
    },
    step_before_start: {
      rule: 'Decision to step down or issue on or after the start',
      basis: census('9009'),
      severity: 'error',
      problem: ({ on }) => `The decision is dated ${onDay(on)}, before pre-proceedings began`,
      mend: 'Correct the day of the decision, or of the start',
      href,
    },
    meeting_not_said: {
      rule: 'Family group meeting held or not',
      basis: census('9010Q'),
      severity: 'query',
      problem: ({ on }) =>
        `A family group decision making meeting was offered, it ended on ${onDay(on)}, and nothing says whether the meeting was held`,
      mend: 'Record the meeting, or that there was none',
      href,
    },
    application_before_step: {
      rule: 'Application to the court on or after the decision',
      basis: census('9012'),
      severity: 'error',
      problem: ({ on }) => `The application is dated ${onDay(on)}, before the decision to issue`,
      mend: 'Correct the day of the application, or of the decision',
      href,
    },
    intent_before_application: {
      rule: 'Letter on the initial care plan on or after the application',
      basis: census('9013'),
      severity: 'error',
      problem: ({ on }) => `The letter is dated ${onDay(on)}, before the application`,
      mend: 'Correct the date of the letter, or the day of the application',
      href,
    },
    reviews_not_counted: {
      rule: 'Review meetings after the first',
      basis: census('9015Q'),
      severity: 'query',
      problem: ({ on }) =>
        `The first meeting was on ${onDay(on)}, and nothing says how many reviews followed`,
      mend: 'Record each review meeting; none at all counts as none',
      href,
    },
  },
  find: async () => sql`
    select found.code, found.person_id, found.day, found.about, '{}'::jsonb as detail, null::uuid as team_id
    from child cross join lateral (
      select sign.code, held.person_id, sign.day, held.id as about
      from pre_proceedings held cross join lateral (
        select 'letter_before_start' as code, held.letter_sent_on as day where held.letter_sent_on < held.started_on
        union all select 'offer_not_said', held.letter_sent_on where held.letter_sent_on is not null
          and held.meeting_offered is null
        union all select 'step_before_start', held.step_decision_on where held.step_decision_on < held.started_on
        union all select 'meeting_not_said', held.step_decision_on where held.meeting_offered and held.meeting_held is null
          and held.step_decision_on is not null
        union all select 'application_before_step', held.court_application_on where held.court_application_on < held.step_decision_on
        union all select 'intent_before_application', held.letter_on_initial_care_plan_on
          where held.letter_on_initial_care_plan_on < held.court_application_on
        union all select 'reviews_not_counted', held.initial_meeting_on where held.initial_meeting_on is not null
          and held.review_meetings is null) sign
      where held.person_id = child.person_id
      offset 0) found`,
}
