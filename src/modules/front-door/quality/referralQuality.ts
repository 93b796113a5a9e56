import { sql } from 'kysely'
import type { QualityRule, QualitySource } from '#modules/casework'
import { addWorkingDays } from '#reference'
import { formatDate } from '#ui'

const CENSUS = 'Children in need census'
const received: QualityRule['problem'] = ({ on }) =>
  `Not recorded for the referral of ${on ? formatDate(on) : 'an unknown day'}`
const form: QualityRule['href'] = ({ personId, about }) => `/people/${personId}/referrals/${about}`

const rules = {
  no_source: {
    rule: 'Source of referral (N00152)',
    basis: `${CENSUS}, rule 8866`,
    severity: 'error',
    problem: received,
    mend: 'Record who referred the child',
    href: form,
  },
  no_need: {
    rule: 'Primary need (N00101)',
    basis: `${CENSUS}, rules 8610 and 8650`,
    severity: 'error',
    problem: received,
    mend: 'Record the need that the assessment found; “not stated” counts as missing',
    href: form,
  },
  no_decision: {
    rule: 'Whether a referral went no further (N00112)',
    basis: `${CENSUS}, rule 8568; Working Together 2023, chapter 3: decided within one working day`,
    severity: 'error',
    problem: ({ on }) => `The referral of ${on ? formatDate(on) : 'an unknown day'} is not decided`,
    mend: 'The manager records what was decided, and when',
    href: form,
    isManagers: true,
  },
} as const satisfies Readonly<Record<string, QualityRule>>

/** What the referral of an open episode lacks for the census. A child at a time by index (offset 0 keeps it so). */
export const referralQuality: QualitySource = {
  name: 'referral-items',
  title: 'Missing about the referral',
  rules,
  find: async ({ today }) => sql`
    select lacks.code, open.person_id, open.received_on as day, open.id as about, '{}'::jsonb as detail, null::uuid as team_id
    from child cross join lateral (
      select id, person_id, received_on, source, primary_need, is_no_further_action from referral
      where referral.person_id = child.person_id and closed_on is null offset 0
    ) open cross join lateral (values
      ('no_source', open.source is null),
      ('no_need', coalesce(open.primary_need, 'N0') = 'N0' and open.is_no_further_action is not true),
      ('no_decision', open.is_no_further_action is null and open.received_on < ${addWorkingDays(today, -1)}::date)
    ) lacks (code, holds)
    where lacks.holds`,
}
