import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

type Row = CaseworkTables['need']

/** A need of one person, with when it was first noted and by which discipline. */
export type Need = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly kind: Row['kind']
  readonly description: string | null
  readonly notedOn: Temporal.PlainDate
  readonly discipline: Row['noted_by_discipline']
  readonly metOn: Temporal.PlainDate | null
}

/** The needs of these people, met ones last, the earliest noted first. */
export async function jointNeeds(work: Work, personIds: readonly Uuid[]): Promise<readonly Need[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('need')
    .select(['id', 'person_id', 'kind', 'description', 'noted_on', 'noted_by_discipline', 'met_on'])
    .where('person_id', 'in', personIds)
    .orderBy('noted_on')
    .orderBy('id')
    .execute()
  const needs = rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    kind: row.kind,
    description: row.description,
    notedOn: row.noted_on,
    discipline: row.noted_by_discipline,
    metOn: row.met_on,
  }))
  return needs.toSorted((one, other) => Number(one.metOn !== null) - Number(other.metOn !== null))
}
