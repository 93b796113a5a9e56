import { type PeopleTables, type PersonFound, personSummaries, possibleDuplicates } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { NamedRow } from './readContact.ts'

/** Somebody of the record who may be the one that the contact names, and what speaks against it. */
export type Candidate = {
  readonly id: Uuid
  readonly found: PersonFound
  /** Named as a child and recorded as an adult, or the other way round: a mother and child may share name and birthday. */
  readonly isOtherRole: boolean
}

/** What the people's search is asked about somebody named. */
export function likenessOf(named: NamedRow) {
  const name = named.given || named.family ? { given: named.given ?? '', family: named.family ?? '' } : null
  return {
    name,
    dateOfBirth: named.date_of_birth,
    dateOfBirthPrecision: named.date_of_birth_precision,
    identifiers:
      named.identifier_kind && named.identifier
        ? [{ kind: named.identifier_kind, value: named.identifier }]
        : [],
  }
}

/**
 * Who may be the one named. Outside one's own work only a strong match is shown, in initials; a restricted person is as if
 * absent. Nobody is ever matched without a person's decision.
 * @param motherIds matched adults: an unborn child is looked for among theirs
 */
export async function candidatesFor(
  work: Work,
  named: NamedRow,
  motherIds: readonly Uuid[],
): Promise<readonly Candidate[]> {
  const found =
    named.role === 'unborn_child' && named.given === null
      ? await unbornOf(work, motherIds)
      : await possibleDuplicates(work, likenessOf(named))
  const candidates = found.map(row => ({
    id: row.held ? row.person.id : row.id,
    found: row,
    isOtherRole: isOther(row, named),
  }))
  return candidates.toSorted((one, other) => Number(one.isOtherRole) - Number(other.isOtherRole))
}

function isOther(row: PersonFound, named: NamedRow): boolean {
  if (!row.held || row.person.isChild === null) return false
  return row.person.isChild !== (named.role !== 'adult')
}

/** Unborn children recorded with one of these mothers. */
async function unbornOf(work: Work, motherIds: readonly Uuid[]): Promise<readonly PersonFound[]> {
  if (motherIds.length === 0) return []
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person')
    .select('id')
    .where('mother_id', 'in', motherIds)
    .where('is_unborn', '=', true)
    .execute()
  const people = await personSummaries(
    work,
    rows.map(({ id }) => id),
  )
  return people.map(person => ({ held: true, person, flags: [] }))
}
