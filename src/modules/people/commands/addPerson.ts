import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { mayWrite } from '../queries/mayWrite.ts'
import { findPeople } from '../queries/searchPeople.ts'
import type { GivenAndFamily } from '../rules/displayName.ts'
import { checkIdentifier, type IdentifierKind } from '../rules/identifierRemark.ts'
import type { DatePrecision } from '../rules/partialDate.ts'
import type { PeopleTables } from '../tables.ts'

/** A person to add; a name may be missing (an unborn child), everything else too. */
export type NewPerson = {
  readonly name: GivenAndFamily | null
  readonly otherNames: readonly (GivenAndFamily & {
    readonly kind: 'known_as' | 'birth' | 'former' | 'alias'
  })[]
  readonly isUnborn: boolean
  readonly dateOfBirth: Temporal.PlainDate | null
  readonly dateOfBirthPrecision: DatePrecision
  readonly expectedDeliveryOn: Temporal.PlainDate | null
  readonly motherId: Uuid | null
  readonly sex: 'M' | 'F' | 'U' | null
  /** Codes of the census, where they are known from the start. */
  readonly ethnicity?: string | null
  readonly disability?: string | null
  readonly identifiers: readonly { readonly kind: IdentifierKind; readonly value: string }[]
}

/**
 * Adds a person, who belongs to the acting person's work for seven days. When the new person matches a restricted one
 * strongly, that one's named list is told; the person is added all the same, and nothing differs for whoever adds.
 * @param searchText what the person would be found by (see `searchTextFor`)
 * @returns the new person's id
 */
export async function addPerson(work: Work, person: NewPerson, searchText: string): Promise<Uuid> {
  const id = makeUuid()
  await findPeople(work, searchText, 'new_person') // for its notice only
  const db = work.db<PeopleTables>()
  await db
    .insertInto('person')
    .values({
      id,
      is_unborn: person.isUnborn,
      date_of_birth: person.dateOfBirth,
      date_of_birth_precision: person.dateOfBirthPrecision,
      expected_delivery_on: person.expectedDeliveryOn,
      mother_id: person.motherId,
      sex: person.sex,
      ethnicity: person.ethnicity ?? null,
    })
    .execute()
  if (person.name)
    await db
      .insertInto('person_name')
      .values({ id: makeUuid(), person_id: id, kind: 'legal', ...person.name })
      .execute()
  for (const { kind, given, family } of person.otherNames)
    await db
      .insertInto('person_name')
      .values({ id: makeUuid(), person_id: id, kind, given, family, is_main: false })
      .execute()
  if (person.disability)
    await db
      .insertInto('person_disability')
      .values({ id: makeUuid(), person_id: id, code: person.disability })
      .execute()
  for (const { kind, value } of person.identifiers) {
    const check = checkIdentifier(kind, value)
    await db
      .insertInto('person_identifier')
      .values({ id: makeUuid(), person_id: id, kind, value: check.value, check_passed: check.passed })
      .execute()
  }
  if (person.isUnborn && person.motherId !== null) await recordMother(work, person.motherId, id)
  return id
}

/** The row belongs to the mother; who may not write hers has it on the child's mother_id alone. */
async function recordMother(work: Work, motherId: Uuid, childId: Uuid): Promise<void> {
  if (!(await mayWrite(work, motherId))) return
  await work
    .db<PeopleTables>()
    .insertInto('relationship')
    .values({ id: makeUuid(), person_id: motherId, other_id: childId, kind: 'mother' })
    .execute()
}
