import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { describeAge, isChildOn } from '../rules/describeAge.ts'
import { displayName, type GivenAndFamily } from '../rules/displayName.ts'
import type { DatePrecision } from '../rules/partialDate.ts'
import type { PeopleTables } from '../tables.ts'
import { anyOf } from './anyOf.ts'
import { type CurrentAddress, currentAddresses } from './currentAddresses.ts'
import { currentOn } from './currentOn.ts'
import { readsNames } from './readsNames.ts'

/** A person in a line or two, as the acting person may see them. */
export type PersonSummary = {
  readonly id: Uuid
  readonly displayName: string
  readonly name: GivenAndFamily | null
  /** In words: "7 years", "due 4 May 2026", "died aged 7 years". */
  readonly age: string
  readonly isUnborn: boolean
  /** Under 18 or unborn; null when nothing says so. */
  readonly isChild: boolean | null
  readonly dateOfBirth: Temporal.PlainDate | null
  readonly dateOfBirthPrecision: DatePrecision
  readonly expectedDeliveryOn: Temporal.PlainDate | null
  readonly diedOn: Temporal.PlainDate | null
  readonly sex: 'M' | 'F' | 'U' | null
  readonly laChildId: string | null
  readonly address: CurrentAddress
}

/**
 * @param on the day by which ages are told; today when left out
 * @returns the people of these ids whom the acting person may see, in the order of the ids; others are not there
 */
export async function personSummaries(
  work: Work,
  ids: readonly Uuid[],
  on: Temporal.PlainDate = work.today,
): Promise<readonly PersonSummary[]> {
  if (ids.length === 0) return []
  const people = await work
    .db<PeopleTables>()
    .selectFrom('person')
    .select([
      'id',
      'is_unborn',
      'date_of_birth',
      'date_of_birth_precision',
      'expected_delivery_on',
      'died_on',
      'sex',
    ])
    .where('id', '=', anyOf(ids))
    .execute()
  const names = await mainNames(work, ids)
  const numbers = await laChildIds(work, ids)
  const addresses = await currentAddresses(work, ids)
  const place = new Map(ids.map((id, index) => [id, index]))
  return people
    .map(row => {
      const life = {
        isUnborn: row.is_unborn,
        dateOfBirth: row.date_of_birth,
        dateOfBirthPrecision: row.date_of_birth_precision,
        expectedDeliveryOn: row.expected_delivery_on,
        diedOn: row.died_on,
      }
      const known = {
        ...life,
        id: row.id,
        name: names.get(row.id) ?? null,
        age: describeAge(life, on),
        isChild: isChildOn(life, on),
        sex: row.sex,
        laChildId: numbers.get(row.id) ?? null,
        address: addresses.get(row.id) ?? { outcome: 'none' as const },
      }
      return { ...known, displayName: displayName(known) }
    })
    .sort((one, other) => (place.get(one.id) ?? 0) - (place.get(other.id) ?? 0))
}

/** @returns the person, or null when absent or not the acting person's to see */
export async function personSummary(work: Work, id: Uuid): Promise<PersonSummary | null> {
  return (await personSummaries(work, [id]))[0] ?? null
}

async function mainNames(work: Work, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, GivenAndFamily>> {
  if (!readsNames(work.actor)) return new Map()
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person_name')
    .select(['person_id', 'given', 'family'])
    .where('person_id', '=', anyOf(ids))
    .where('ended_on', 'is', null)
    .orderBy('is_main') // the main one comes last and stays
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ person_id, given, family }) => [person_id, { given, family }]))
}

async function laChildIds(work: Work, ids: readonly Uuid[]): Promise<ReadonlyMap<Uuid, string>> {
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person_identifier')
    .select(['person_id', 'value'])
    .where('person_id', '=', anyOf(ids))
    .where('kind', '=', 'la_child_id')
    .where(currentOn(work.today))
    .orderBy('id')
    .execute()
  return new Map(rows.map(row => [row.person_id, row.value]))
}
