import { familiesOf, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { NamedRow } from './readContact.ts'

/** A family in which children of a contact stand today. */
export type NamedFamily = {
  readonly id: Uuid
  readonly reference: string
  /** The matched children of the contact who are in it, by id and by name. */
  readonly childIds: readonly Uuid[]
  readonly names: readonly string[]
}

/** The families of the matched children of a contact: more than one, and somebody must say whether they are one family. */
export async function familiesNamed(
  work: Work,
  people: readonly NamedRow[],
): Promise<readonly NamedFamily[]> {
  const ids = people.flatMap(({ role, person_id, removed_at }) =>
    role !== 'adult' && person_id !== null && removed_at === null ? [person_id] : [],
  )
  if (ids.length === 0) return []
  const names = new Map((await personSummaries(work, ids)).map(one => [one.id, one.displayName]))
  const found = new Map<Uuid, { readonly id: Uuid; readonly reference: string; readonly childIds: Uuid[] }>()
  for (const personId of ids)
    for (const { id, reference } of await familiesOf(work, personId)) {
      const family = found.get(id) ?? { id, reference, childIds: [] }
      family.childIds.push(personId)
      found.set(id, family)
    }
  return [...found.values()].map(family => ({
    ...family,
    names: family.childIds.map(id => names.get(id) ?? 'A child'),
  }))
}
