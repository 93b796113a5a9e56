import { sql } from 'kysely'
import type { QualityRule, QualitySource } from '../registry/qualitySource.ts'

const CENSUS = 'Children in need census'
const details =
  (part: string): QualityRule['href'] =>
  ({ personId }) =>
    `/people/${personId}/details/${part}`
const ownFacts = details('facts')

/** What the census wants to know of a child, with its item number and the form that records it. */
const rules = {
  date_of_birth: {
    rule: 'Date of birth, or the expected date of delivery (N00066, N00098)',
    basis: `${CENSUS}, rule 8525Q`,
    problem: 'Neither date is recorded',
    mend: 'Record the date; month or year alone is better than nothing',
    severity: 'error',
    href: ({ personId }) => `/people/${personId}/details/life`,
  },
  la_child_id: {
    rule: 'The authority’s number for the child (N00097)',
    basis: `${CENSUS}, rule 8500`,
    problem: 'No number is recorded',
    mend: 'Record the number: the census cannot hold a child without it',
    severity: 'error',
    href: details('identifier'),
  },
  sex: {
    rule: 'Sex (N00783)',
    basis: `${CENSUS}, rules 4180 and 2886Q`,
    problem: 'Not recorded, or unknown',
    mend: 'Record what the birth certificate or passport says',
    severity: 'query',
    href: ownFacts,
  },
  ethnicity: {
    rule: 'Ethnicity (N00177)',
    basis: `${CENSUS}, rule 4220`,
    problem: 'Not recorded, or not yet obtained',
    mend: 'Ask the child or parent, and record the answer or that they refused',
    severity: 'error',
    href: ownFacts,
  },
  disability: {
    rule: 'Disability (N00099)',
    basis: `${CENSUS}, rule 8540`,
    problem: 'Nothing is recorded, not even that there is none',
    mend: 'Record each disability, or “No disability”',
    severity: 'error',
    href: details('disability'),
  },
  upn: {
    rule: 'Unique pupil number (N00001), or the reason for having none (N00135)',
    basis: `${CENSUS}, rule 8770Q`,
    problem: 'Neither is recorded',
    mend: 'Ask the school for the number and record it; or record the reason with the child’s personal details',
    severity: 'query',
    href: details('identifier'),
  },
} as const satisfies Readonly<Record<string, QualityRule>>

/** Items of the children in need census that a held child lacks. A child at a time by index (offset 0 keeps it so). */
export const censusItemsQuality: QualitySource = {
  name: 'census-items',
  title: 'Missing about the child',
  rules,
  find: async () => sql`
    select wanted.item as code, person.id as person_id, null::date as day, null::uuid as about, '{}'::jsonb as detail,
      null::uuid as team_id
    from child cross join lateral (select id, is_unborn, expected_delivery_on, date_of_birth, sex, ethnicity, upn_unknown_reason
      from person where person.id = child.person_id offset 0) person
    cross join lateral (select count(*) as disabilities from person_disability disability
      where disability.person_id = person.id and disability.ended_on is null offset 0) held
    cross join lateral (select count(*) filter (where number.kind = 'la_child_id') as own,
        count(*) filter (where number.kind = 'upn') as upns
      from person_identifier number where number.person_id = person.id and number.ended_on is null offset 0) numbers
    cross join lateral (values
      ('date_of_birth', case when person.is_unborn then person.expected_delivery_on else person.date_of_birth end is null),
      ('la_child_id', numbers.own = 0),
      ('sex', not person.is_unborn and coalesce(person.sex, 'U') = 'U'),
      ('ethnicity', not person.is_unborn and coalesce(person.ethnicity, 'NOBT') = 'NOBT'),
      ('disability', not person.is_unborn and held.disabilities = 0),
      ('upn', not person.is_unborn and person.upn_unknown_reason is null and numbers.upns = 0)
    ) wanted (item, is_missing)
    where wanted.is_missing`,
}
