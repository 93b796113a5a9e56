import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { PeopleTables } from '../tables.ts'
import { currentOn } from './currentOn.ts'
import { type PersonSummary, personSummaries } from './personSummaries.ts'

export type Family = { readonly id: Uuid; readonly reference: string }

export type FamilyMember = {
  readonly memberId: Uuid
  readonly role: 'child' | 'adult'
  readonly startedOn: Temporal.PlainDate | null
  readonly endedOn: Temporal.PlainDate | null
  readonly recordedFrom: Temporal.Instant
  readonly person: PersonSummary
}

/** @returns the families that the person belongs to today, the oldest membership first */
export async function familiesOf(work: Work, personId: Uuid): Promise<readonly Family[]> {
  return work
    .db<PeopleTables>()
    .selectFrom('family')
    .innerJoin('family_member', 'family_member.family_id', 'family.id')
    .select(['family.id', 'family.reference'])
    .where('family_member.person_id', '=', personId)
    .where(currentOn(work.today))
    .orderBy('family_member.id')
    .execute()
}

/** @returns the family that the person belongs to today (the first when several), or null */
export async function familyOf(work: Work, personId: Uuid): Promise<Family | null> {
  return (await familiesOf(work, personId))[0] ?? null
}

/** @returns the family, or null when absent or when no member of it is the acting person's to see */
export async function familyById(work: Work, familyId: Uuid): Promise<Family | null> {
  const row = await work
    .db<PeopleTables>()
    .selectFrom('family')
    .select(['id', 'reference'])
    .where('id', '=', familyId)
    .executeTakeFirst()
  return row ?? null
}

/**
 * @returns the family's members on the day, adults first, then children, each from the eldest; people hidden from the
 * acting person are not there
 */
export async function familyMembers(
  work: Work,
  familyId: Uuid,
  on: Temporal.PlainDate = work.today,
): Promise<readonly FamilyMember[]> {
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('family_member')
    .select(['id', 'person_id', 'role', 'started_on', 'ended_on', 'recorded_from'])
    .where('family_id', '=', familyId)
    .where(currentOn(on))
    .orderBy('id')
    .execute()
  const people = new Map(
    (
      await personSummaries(
        work,
        rows.map(row => row.person_id),
        on,
      )
    ).map(person => [person.id, person]),
  )
  const members = rows.flatMap(row => {
    const person = people.get(row.person_id)
    if (!person) return []
    const { id: memberId, role, started_on: startedOn, ended_on: endedOn, recorded_from: recordedFrom } = row
    return [{ memberId, role, startedOn, endedOn, recordedFrom, person }]
  })
  return members.sort((one, other) => one.role.localeCompare(other.role) || byAge(one.person, other.person))
}

/** Eldest first; unborn children last, people of unknown age before them. */
export function byAge(one: Aged, other: Aged): number {
  const key = ({ dateOfBirth, expectedDeliveryOn, isUnborn }: Aged): string =>
    dateOfBirth?.toString() ?? (isUnborn ? `9999-${expectedDeliveryOn ?? ''}` : '9998')
  return key(one).localeCompare(key(other))
}

export type Aged = Pick<PersonSummary, 'dateOfBirth' | 'expectedDeliveryOn' | 'isUnborn'>
