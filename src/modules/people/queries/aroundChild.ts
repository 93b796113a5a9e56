import type { Work } from '#platform/db'
import { familiesOf, familyMembers } from './familyOf.ts'
import { type PersonSummary, personSummaries } from './personSummaries.ts'
import { relationshipsOf } from './relationshipsOf.ts'
import { rightsAmong } from './rightsAmong.ts'

/** Adults of the families in which a person is a child today, whom the acting person may see. */
export async function adultsAround(
  work: Work,
  { id }: Pick<PersonSummary, 'id'>,
): Promise<{ readonly adults: readonly PersonSummary[] }> {
  const adults = new Map<string, PersonSummary>()
  for (const family of await familiesOf(work, id)) {
    const members = await familyMembers(work, family.id)
    if (!members.some(({ role, person }) => role === 'child' && person.id === id)) continue
    for (const { role, person } of members)
      if (role === 'adult' && person.id !== id) adults.set(person.id, person)
  }
  return { adults: [...adults.values()] }
}

/** Those who are recorded as twins of a child, and whom the acting person holds too. */
export async function twinsAround(
  work: Work,
  { id }: Pick<PersonSummary, 'id'>,
): Promise<{ readonly twins: readonly PersonSummary[] }> {
  const found = (await relationshipsOf(work, [id])).filter(({ kind }) => kind === 'twin')
  const others = found.map(({ personId, otherId }) => (personId === id ? otherId : personId))
  const { held } = await rightsAmong(work, others)
  return {
    twins: await personSummaries(
      work,
      others.filter(one => held.has(one)),
    ),
  }
}
