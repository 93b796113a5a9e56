import { sql } from 'kysely'
import type { PeopleTables } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { QualityIssue, QualitySource } from '../registry/recordSection.ts'
import { qualityScope } from './qualityScope.ts'

/** What the census wants to know of a child, with its item number and how to mend what is missing. */
const items = {
  date_of_birth: {
    rule: 'Date of birth, or the expected date of delivery (N00066, N00098)',
    problem: 'Neither date is recorded',
    mend: 'Record the date; month or year alone is better than nothing',
    severity: 'error',
  },
  la_child_id: {
    rule: 'The authority’s number for the child (N00097)',
    problem: 'No number is recorded',
    mend: 'Record the number: the census cannot hold a child without it',
    severity: 'error',
  },
  sex: {
    rule: 'Sex (N00783)',
    problem: 'Not recorded, or unknown',
    mend: 'Record what the birth certificate or passport says',
    severity: 'query',
  },
  ethnicity: {
    rule: 'Ethnicity (N00177)',
    problem: 'Not recorded, or not yet obtained',
    mend: 'Ask the child or parent, and record the answer or that they refused',
    severity: 'error',
  },
  disability: {
    rule: 'Disability (N00099)',
    problem: 'Nothing is recorded, not even that there is none',
    mend: 'Record each disability, or “No disability”',
    severity: 'error',
  },
  upn: {
    rule: 'Unique pupil number (N00001), or the reason for having none (N00135)',
    problem: 'Neither is recorded',
    mend: 'Ask the school for the number, or record the reason',
    severity: 'query',
  },
} as const satisfies Readonly<Record<string, Pick<QualityIssue, 'rule' | 'problem' | 'mend' | 'severity'>>>

/** Items of the children in need census that a held child lacks. */
export const censusItemsQuality: QualitySource = {
  name: 'census-items',
  title: 'Missing about the child',
  count: async work => (await missingItems(work)).length,
  issues: async (work, offset, limit) => (await missingItems(work)).slice(offset, offset + limit),
}

async function missingItems(work: Work): Promise<readonly QualityIssue[]> {
  const scope = await qualityScope(work)
  const { rows } = await sql<{ person_id: Uuid; item: keyof typeof items }>`
    with child as materialized (${scope})
    select person.id as person_id, wanted.item
    from child join person on person.id = child.person_id
    cross join lateral (values
      ('date_of_birth', 1, case when person.is_unborn then person.expected_delivery_on else person.date_of_birth end is null),
      ('la_child_id', 2, not exists (select 1 from person_identifier number where number.person_id = person.id
        and number.kind = 'la_child_id' and number.ended_on is null)),
      ('sex', 3, not person.is_unborn and coalesce(person.sex, 'U') = 'U'),
      ('ethnicity', 4, not person.is_unborn and coalesce(person.ethnicity, 'NOBT') = 'NOBT'),
      ('disability', 5, not person.is_unborn and not exists (select 1 from person_disability disability
        where disability.person_id = person.id and disability.ended_on is null)),
      ('upn', 6, not person.is_unborn and person.upn_unknown_reason is null and not exists (
        select 1 from person_identifier number where number.person_id = person.id
        and number.kind = 'upn' and number.ended_on is null))
    ) wanted (item, place, is_missing)
    where wanted.is_missing
    order by wanted.place, person.id`.execute(work.db<PeopleTables>())
  return rows.map(({ person_id, item }) => ({
    personId: person_id,
    kind: 'missing',
    href: `/people/${person_id}`,
    ...items[item],
  }))
}
