import {
  addFamily,
  familiesOf,
  joinFamily,
  type PeopleTables,
  type RelationshipKind,
  relationshipsOf,
} from '#modules/people'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { familyRelations, relations } from '../pages/contact-form/personFields.ts'
import { familiesNamed, type NamedFamily } from '../queries/familiesNamed.ts'
import type { NamedRow } from '../queries/readContact.ts'
import type { FamilyChoice } from '../rules/familyChoice.ts'

type Member = { readonly personId: Uuid; readonly role: 'child' | 'adult'; readonly relation: string | null }

/**
 * Makes the children and the adults who look after them one family, and keeps what each adult is to each child. Children who
 * belong to one family already bring the others into it; where they belong to several, what the decider chose is done. Who may
 * not be joined is left out.
 * @returns how many were
 */
export async function makeFamily(
  work: Work,
  people: readonly NamedRow[],
  choice: FamilyChoice | null,
): Promise<number> {
  const members = people.flatMap(({ person_id, removed_at, role, relation }): Member[] => {
    if (person_id === null || removed_at !== null) return []
    return [{ personId: person_id, role: role === 'adult' ? 'adult' : 'child', relation }]
  })
  if (members.every(({ role }) => role === 'adult')) return 0
  const families = await familiesNamed(work, people)
  const isApart = families.length > 1 && !families.some(({ id }) => id === choice)
  const family = families.find(({ id }) => id === choice) ?? families[0]
  const leftOut = isApart ? 0 : await joinAll(work, members, family)
  await relate(work, members, isApart)
  return leftOut
}

async function joinAll(
  work: Work,
  members: readonly Member[],
  family: NamedFamily | undefined,
): Promise<number> {
  const own = members.filter(({ role, relation }) => role === 'child' || familyRelations.has(relation ?? ''))
  if (family === undefined) {
    await addFamily(work, own)
    return 0
  }
  let refused = 0
  for (const { personId, role } of own) {
    const done = await joinFamily(work, { familyId: family.id, personId, role, startedOn: null })
    if (done.outcome === 'refused') refused += 1
  }
  return refused
}

/**
 * The children to whom an adult is what the referrer says. Families that are kept apart do not share a parent by being named
 * together: then the children of the adult's own family, and for an adult of none those of the eldest's, whom the form asks about.
 */
async function childrenFor(
  work: Work,
  adult: Member,
  children: readonly Member[],
  isApart: boolean,
): Promise<readonly Member[]> {
  const [eldest] = children
  if (!isApart || eldest === undefined) return children
  const idsOf = async (personId: Uuid) => (await familiesOf(work, personId)).map(({ id }) => id)
  const own = await idsOf(adult.personId)
  const sought = new Set(own.length > 0 ? own : await idsOf(eldest.personId))
  const found: Member[] = []
  for (const child of children)
    if ((await idsOf(child.personId)).some(id => sought.has(id))) found.push(child)
  return found.length > 0 ? found : [eldest]
}

async function relate(work: Work, members: readonly Member[], isApart: boolean): Promise<void> {
  const children = members.filter(({ role }) => role === 'child')
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
  const rows: { id: Uuid; person_id: Uuid; other_id: Uuid; kind: RelationshipKind }[] = []
  for (const adult of adults) {
    const kind = relations.find(one => one === adult.relation)
    if (kind === undefined || kind === 'partner') continue
    for (const child of await childrenFor(work, adult, children, isApart))
      if (!isKnown(adult.personId, child.personId))
        rows.push({ id: makeUuid(), person_id: adult.personId, other_id: child.personId, kind })
  }
  if (rows.length > 0) await work.db<PeopleTables>().insertInto('relationship').values(rows).execute()
}
