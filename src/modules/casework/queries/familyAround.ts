import {
  familiesOf,
  familyMembers,
  type PersonSummary,
  type Relationship,
  relationshipsOf,
  relationshipWord,
} from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Someone in a family with the person today. */
export type Relative = {
  readonly person: PersonSummary
  readonly role: 'child' | 'adult'
  /** What they are to the person, where it is recorded: "mother", "half-sister". */
  readonly relationship: string | null
  readonly hasParentalResponsibility: boolean
}

/** Everyone whom the reader may see in the person's families today: adults first, then children, eldest first. */
export async function familyAround(work: Work, personId: Uuid): Promise<readonly Relative[]> {
  const relationships = (await relationshipsOf(work, [personId])).filter(
    ({ endedOn }) => endedOn === null || Temporal.PlainDate.compare(endedOn, work.today) >= 0,
  )
  const relatives = new Map<Uuid, Relative>()
  for (const family of await familiesOf(work, personId))
    for (const { person, role } of await familyMembers(work, family.id))
      if (person.id !== personId)
        relatives.set(person.id, { person, role, ...relationTo(person, relationships) })
  return [...relatives.values()]
}

function relationTo(
  person: PersonSummary,
  relationships: readonly Relationship[],
): Pick<Relative, 'relationship' | 'hasParentalResponsibility'> {
  const found = relationships.find(({ personId, otherId }) => personId === person.id || otherId === person.id)
  if (found === undefined) return { relationship: null, hasParentalResponsibility: false }
  const isRecordedSide = found.personId === person.id
  return {
    relationship: relationshipWord(found.kind, isRecordedSide ? 'as_recorded' : 'inverse', person.sex),
    hasParentalResponsibility: isRecordedSide && found.hasParentalResponsibility === true,
  }
}
