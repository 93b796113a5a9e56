import type { PeopleTables } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/**
 * What to call these people on a page: the name in use, else "Child" with the authority's number, else what is known.
 * People whom the reader may not see are left out.
 */
export async function displayNames(
  work: Work,
  personIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, string>> {
  if (personIds.length === 0) return new Map()
  const db = work.db<PeopleTables>()
  const people = await db
    .selectFrom('person')
    .leftJoin('person_name as name', join =>
      join
        .onRef('name.person_id', '=', 'person.id')
        .on('name.is_main', '=', true)
        .on('name.ended_on', 'is', null),
    )
    .leftJoin('person_identifier as number', join =>
      join.onRef('number.person_id', '=', 'person.id').on('number.kind', '=', 'la_child_id'),
    )
    .select(['person.id', 'person.is_unborn', 'name.given', 'name.family', 'number.value as childId'])
    .where('person.id', 'in', personIds)
    .execute()
  return new Map(people.map(person => [person.id, nameOf(person)]))
}

function nameOf(person: {
  readonly is_unborn: boolean
  readonly given: string | null
  readonly family: string | null
  readonly childId: string | null
}): string {
  const name = [person.given, person.family].filter(part => part !== null).join(' ')
  if (name !== '') return name
  if (person.childId !== null) return `Child ${person.childId}`
  return person.is_unborn ? 'Unborn child' : 'Name not known'
}
