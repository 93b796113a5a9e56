import { sql } from 'kysely'
import type { AccessTables } from '#modules/access'
import type { PeopleTables } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { displayNames } from './displayNames.ts'

/** A child of a family, as a form for the whole family shows it. */
export type FamilyChild = {
  readonly personId: Uuid
  readonly name: string
  readonly isUnborn: boolean
  readonly dateOfBirth: Temporal.PlainDate | null
  readonly precision: 'day' | 'month' | 'year'
  readonly expectedOn: Temporal.PlainDate | null
  /** Whether the reader may write in this child's record now. */
  readonly mayWrite: boolean
}

/**
 * The person and the children who are in a family with them today, the person first, then eldest first; only those
 * whom the reader may see. Empty when the person themself is absent or hidden.
 */
export async function familyChildren(work: Work, personId: Uuid): Promise<readonly FamilyChild[]> {
  const siblings = await siblingIds(work, personId)
  const ids = [personId, ...siblings.filter(id => id !== personId)]
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('person')
    .select(['id', 'is_unborn', 'date_of_birth', 'date_of_birth_precision', 'expected_delivery_on'])
    .where('id', 'in', ids)
    .execute()
  if (!rows.some(({ id }) => id === personId)) return []
  const names = await displayNames(work, ids)
  const writable = await writableSubjects(work, ids)
  return rows
    .map(row => ({
      personId: row.id,
      name: names.get(row.id) ?? 'Name not known',
      isUnborn: row.is_unborn,
      dateOfBirth: row.date_of_birth,
      precision: row.date_of_birth_precision,
      expectedOn: row.expected_delivery_on,
      mayWrite: writable.has(row.id),
    }))
    .toSorted((one, other) => placeOf(one, personId).localeCompare(placeOf(other, personId)))
}

const placeOf = (child: FamilyChild, first: Uuid): string =>
  child.personId === first
    ? ''
    : (child.dateOfBirth ?? child.expectedOn ?? '9999').toString() + child.personId

async function siblingIds(work: Work, personId: Uuid): Promise<readonly Uuid[]> {
  const rows = await work
    .db<PeopleTables>()
    .selectFrom('family_member as mine')
    .innerJoin('family_member as other', 'other.family_id', 'mine.family_id')
    .select('other.person_id')
    .distinct()
    .where('mine.person_id', '=', personId)
    .where('other.role', '=', 'child')
    .where(({ eb, or }) => or([eb('mine.ended_on', 'is', null), eb('mine.ended_on', '>=', work.today)]))
    .where(({ eb, or }) => or([eb('other.ended_on', 'is', null), eb('other.ended_on', '>=', work.today)]))
    .execute()
  return rows.map(row => row.person_id)
}

/** Those of these people in whose record the reader may write now. */
export async function writableSubjects(work: Work, personIds: readonly Uuid[]): Promise<ReadonlySet<Uuid>> {
  if (personIds.length === 0) return new Set()
  const rows = await work
    .db<AccessTables>()
    .selectFrom('access.entry')
    .select('subject_id')
    .distinct()
    .where('actor_id', '=', work.actor.id)
    .where('subject_id', 'in', personIds)
    .where('data_class', '=', 'B2')
    .where('may_write', '=', true)
    .where(sql<boolean>`now() >= starts_at and now() < ends_at`)
    .execute()
  return new Set(rows.map(row => row.subject_id))
}
