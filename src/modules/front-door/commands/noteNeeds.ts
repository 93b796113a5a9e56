import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ContactRow } from '../queries/readContact.ts'
import type { Discipline } from '../rules/sources.ts'

export type NeedKind = CaseworkTables['need']['kind']

/** Needs that a contact tells of, when they were first noted and by which discipline. */
export type NewNeeds = {
  readonly kinds: readonly NeedKind[]
  readonly notedOn: Temporal.PlainDate
  readonly discipline: Discipline
}

/** Writes each need once for each child; one that the record holds already, and that is not met, keeps its earlier day. */
export async function noteNeeds(
  work: Work,
  contact: ContactRow,
  personIds: readonly Uuid[],
  { kinds, notedOn, discipline }: NewNeeds,
): Promise<void> {
  if (kinds.length === 0 || personIds.length === 0) return
  const db = work.db<CaseworkTables>()
  const known = await db
    .selectFrom('need')
    .select(['person_id', 'kind'])
    .where('person_id', 'in', personIds)
    .where('met_on', 'is', null)
    .execute()
  const has = new Set(known.map(row => `${row.person_id} ${row.kind}`))
  const rows = personIds.flatMap(personId =>
    kinds
      .filter(kind => !has.has(`${personId} ${kind}`))
      .map(kind => ({
        id: makeUuid(),
        person_id: personId,
        kind,
        noted_on: notedOn,
        noted_by_discipline: discipline,
        source_kind: 'contact',
        source_id: contact.id,
      })),
  )
  if (rows.length > 0) await db.insertInto('need').values(rows).execute()
}
