import { addFamily, familiesOf, joinFamily, type PeopleTables, relationshipsOf } from '#modules/people'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { familyRelations, relations } from '../pages/contact-form/personFields.ts'
import type { NamedRow } from '../queries/readContact.ts'

type Member = { readonly personId: Uuid; readonly role: 'child' | 'adult'; readonly relation: string | null }

/**
 * Makes the children and the adults who look after them one family, and keeps what each adult is to each child. Children who
 * belong to one family already bring the others into it; where they belong to several, families stay as they are and a worker
 * decides. Who may not be joined is left out.
 */
export async function makeFamily(work: Work, people: readonly NamedRow[]): Promise<void> {
  const members = people.flatMap(({ person_id, removed_at, role, relation }): Member[] => {
    if (person_id === null || removed_at !== null) return []
    return [{ personId: person_id, role: role === 'adult' ? 'adult' : 'child', relation }]
  })
  const children = members.filter(({ role }) => role === 'child')
  if (children.length === 0) return
  const own = members.filter(({ role, relation }) => role === 'child' || familyRelations.has(relation ?? ''))
  await joinAll(work, own, children)
  await relate(work, members, children)
}

async function joinAll(work: Work, own: readonly Member[], children: readonly Member[]): Promise<void> {
  const found = new Set<Uuid>()
  for (const { personId } of children)
    for (const family of await familiesOf(work, personId)) found.add(family.id)
  const [familyId] = found
  if (found.size > 1) return
  if (familyId === undefined) {
    await addFamily(work, own)
    return
  }
  for (const { personId, role } of own) await joinFamily(work, { familyId, personId, role, startedOn: null })
}

async function relate(work: Work, members: readonly Member[], children: readonly Member[]): Promise<void> {
  const adults = members.filter(({ role }) => role === 'adult')
  const known = await relationshipsOf(
    work,
    members.map(({ personId }) => personId),
  )
  const isKnown = (one: Uuid, other: Uuid): boolean =>
    known.some(
      ({ personId, otherId, endedOn }) =>
        endedOn === null &&
        ((personId === one && otherId === other) || (personId === other && otherId === one)),
    )
  const rows = adults.flatMap(adult => {
    const kind = relations.find(one => one === adult.relation)
    if (kind === undefined || kind === 'partner') return []
    return children
      .filter(child => !isKnown(adult.personId, child.personId))
      .map(child => ({ id: makeUuid(), person_id: adult.personId, other_id: child.personId, kind }))
  })
  if (rows.length > 0) await work.db<PeopleTables>().insertInto('relationship').values(rows).execute()
}
