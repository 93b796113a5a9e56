import type { Work } from '#platform/db'
import type { FieldOption, Part, PartContext } from '../parts/part.ts'
import type { PeopleTables } from '../tables.ts'
import { anyOf } from './anyOf.ts'
import { familiesOf, familyMembers } from './familyOf.ts'
import type { PersonSummary } from './personSummaries.ts'

/** What the forms about a person can offer: the people, families and households around them. */
export async function partContext(
  work: Work,
  person: PersonSummary,
  part: Pick<Part, 'lookUp'>,
): Promise<PartContext> {
  const families = await familiesOf(work, person.id)
  const others = new Map<string, PersonSummary>()
  for (const family of families)
    for (const member of await familyMembers(work, family.id))
      if (member.person.id !== person.id) others.set(member.person.id, member.person)
  return {
    today: work.today,
    person,
    others: [...others.values()],
    families: families.map(family => ({ value: family.id, text: `Family ${family.reference}` })),
    households: await householdOptions(
      work,
      families.map(family => family.id),
    ),
    adults: [],
    twins: [],
    ...(await part.lookUp?.(work, person)),
  }
}

async function householdOptions(
  work: Work,
  familyIds: Parameters<typeof anyOf>[0],
): Promise<readonly FieldOption[]> {
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('household')
    .select(['id', 'label'])
    .where('family_id', '=', anyOf(familyIds))
    .orderBy('label')
    .execute()
  return rows.map(row => ({ value: row.id, text: row.label }))
}
