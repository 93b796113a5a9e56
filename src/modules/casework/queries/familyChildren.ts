import { sql } from 'kysely'
import type { AccessTables } from '#modules/access'
import { type PeopleTables, type PersonSummary, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A child of a family, as a form for the whole family shows it. */
export type FamilyChild = PersonSummary & {
  /** Whether the reader may write in this child's record now. */
  readonly mayWrite: boolean
}

/**
 * What is written: the record itself (B2); the plan of a child in need and one's own visits (B1); or letters begun and sent and files kept,
 * which business support of the team may do as well.
 */
export type Written = 'B1' | 'B2' | 'papers'

/**
 * The person and the children who are in a family with them today, the person first, then eldest first; only those
 * whom the reader may see. Empty when the person themself is absent or hidden.
 */
export async function familyChildren(
  work: Work,
  personId: Uuid,
  written: Written = 'B2',
): Promise<readonly FamilyChild[]> {
  const siblings = await siblingIds(work, personId)
  const ids = [personId, ...siblings.filter(id => id !== personId)]
  const people = await personSummaries(work, ids)
  if (people[0]?.id !== personId) return []
  const writable = await writableSubjects(work, ids, written)
  return people
    .map(person => ({ ...person, mayWrite: writable.has(person.id) }))
    .toSorted((one, other) => placeOf(one, personId).localeCompare(placeOf(other, personId)))
}

const placeOf = (child: FamilyChild, first: Uuid): string =>
  child.id === first ? '' : (child.dateOfBirth ?? child.expectedDeliveryOn ?? '9999').toString() + child.id

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

/** Those of these people in whose record, or in whose plan, the reader may write now. */
export async function writableSubjects(
  work: Work,
  personIds: readonly Uuid[],
  written: Written = 'B2',
): Promise<ReadonlySet<Uuid>> {
  if (personIds.length === 0) return new Set()
  const rows = await work
    .db<AccessTables>()
    .selectFrom('access.entry')
    .select('subject_id')
    .distinct()
    .where('actor_id', '=', work.actor.id)
    .where('subject_id', 'in', personIds)
    .where(({ eb, or, and }) => {
      const writes = and([
        eb('data_class', '=', written === 'papers' ? 'B2' : written),
        eb('may_write', '=', true),
      ])
      return written === 'papers'
        ? or([writes, and([eb('data_class', '=', 'B2S'), eb('reason', '=', 'team')])])
        : writes
    })
    .where(sql<boolean>`now() >= starts_at and now() < ends_at`)
    .execute()
  return new Set(rows.map(row => row.subject_id))
}
