import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

type Row = CaseworkTables['need']

/** A need as it stands in a child's record, with when it was first noted and by which discipline. */
export type Need = {
  readonly id: Uuid
  /** The child in whose record it stands. */
  readonly personId: Uuid
  /** The parent whose need it is; null for the child's own. */
  readonly adultId: Uuid | null
  readonly kind: Row['kind']
  readonly description: string | null
  readonly notedOn: Temporal.PlainDate
  readonly discipline: Row['noted_by_discipline']
  readonly metOn: Temporal.PlainDate | null
}

/** A need of a parent, once, with the children in whose records it stands. */
export type ParentNeed = {
  readonly need: Need & { readonly adultId: Uuid }
  readonly childIds: readonly Uuid[]
}

/** The needs of parents among these: what was written for several children at once is told once. */
export function parentNeeds(needs: readonly Need[]): readonly ParentNeed[] {
  const ofParents = needs.flatMap(need => (need.adultId === null ? [] : [{ ...need, adultId: need.adultId }]))
  const same = Map.groupBy(ofParents, ({ adultId, kind, description, notedOn, discipline, metOn }) =>
    JSON.stringify([adultId, kind, description, notedOn, discipline, metOn]),
  )
  return [...same.values()].flatMap(group => {
    const [need] = group
    return need ? [{ need, childIds: group.map(({ personId }) => personId) }] : []
  })
}

/** The needs that stand in the records of these children, met ones last, the earliest noted first. */
export async function jointNeeds(work: Work, personIds: readonly Uuid[]): Promise<readonly Need[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('need')
    .select([
      'id',
      'person_id',
      'adult_id',
      'kind',
      'description',
      'noted_on',
      'noted_by_discipline',
      'met_on',
    ])
    .where('person_id', 'in', personIds)
    .orderBy('noted_on')
    .orderBy('id')
    .execute()
  const needs = rows.map(row => ({
    id: row.id,
    personId: row.person_id,
    adultId: row.adult_id,
    kind: row.kind,
    description: row.description,
    notedOn: row.noted_on,
    discipline: row.noted_by_discipline,
    metOn: row.met_on,
  }))
  return needs.toSorted((one, other) => Number(one.metOn !== null) - Number(other.metOn !== null))
}
