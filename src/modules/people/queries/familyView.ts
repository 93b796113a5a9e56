import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { PeopleTables } from '../tables.ts'
import { anyOf } from './anyOf.ts'
import { currentOn } from './currentOn.ts'
import { type Family, type FamilyMember, familyById, familyMembers } from './familyOf.ts'
import { type PersonSummary, personSummaries } from './personSummaries.ts'
import { holdsOn, type Relationship, relationshipsOf } from './relationshipsOf.ts'

export type Household = {
  readonly id: Uuid
  readonly label: string
  readonly members: readonly { readonly rowId: Uuid; readonly personId: Uuid }[]
}

/** A family on a day: who is in it, who they are to one another, and who lives with whom. */
export type FamilyView = {
  readonly family: Family
  readonly members: readonly FamilyMember[]
  /** Members, and others whom a present relationship ties to them. */
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  /** Present ones, and ended ones between a couple. */
  readonly relationships: readonly Relationship[]
  readonly households: readonly Household[]
}

const coupleKinds: ReadonlySet<string> = new Set(['spouse', 'partner', 'former_partner'])

/**
 * @param on the day whose members, ages, relationships and households are told; today when left out
 * @returns the family as the acting person may see it, or null; people hidden from them are simply not there
 */
export async function familyView(
  work: Work,
  familyId: Uuid,
  on: Temporal.PlainDate = work.today,
): Promise<FamilyView | null> {
  const family = await familyById(work, familyId)
  if (!family) return null
  const members = await familyMembers(work, familyId, on)
  const ids = members.map(({ person }) => person.id)
  const all = await relationshipsOf(work, ids)
  const relationships = all.filter(
    row => holdsOn(row, on) || (coupleKinds.has(row.kind) && hasBegun(row, on)),
  )
  const inside = new Set(ids)
  const outside = relationships
    .flatMap(({ personId, otherId }) => [personId, otherId])
    .filter(id => !inside.has(id))
  const others = await personSummaries(work, [...new Set(outside)], on)
  const people = new Map(
    [...members.map(({ person }) => person), ...others].map(person => [person.id, person]),
  )
  return {
    family,
    members,
    people,
    relationships: relationships.filter(
      ({ personId, otherId }) => people.has(personId) && people.has(otherId),
    ),
    households: await householdsOf(work, familyId, people, on),
  }
}

const hasBegun = ({ startedOn }: Relationship, on: Temporal.PlainDate): boolean =>
  startedOn === null || Temporal.PlainDate.compare(startedOn, on) <= 0

async function householdsOf(
  work: Work,
  familyId: Uuid,
  people: ReadonlyMap<Uuid, PersonSummary>,
  on: Temporal.PlainDate,
): Promise<readonly Household[]> {
  const db = work.db<PeopleTables>()
  const households = await db
    .selectFrom('household')
    .select(['id', 'label'])
    .where('family_id', '=', familyId)
    .orderBy('label')
    .orderBy('id')
    .execute()
  const rows = await db
    .selectFrom('household_member')
    .select(['id', 'household_id', 'person_id'])
    .where('household_id', '=', anyOf(households.map(({ id }) => id)))
    .where(currentOn(on))
    .orderBy('id')
    .execute()
  return households.map(({ id, label }) => ({
    id,
    label,
    members: rows
      .filter(row => row.household_id === id && people.has(row.person_id))
      .map(row => ({ rowId: row.id, personId: row.person_id })),
  }))
}
