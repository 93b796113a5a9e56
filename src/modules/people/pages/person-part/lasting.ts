import type { Work } from '#platform/db'
import { parseUuid, type Uuid } from '#platform/ids'
import type { Part } from '../../parts/index.ts'
import { partRow } from '../../queries/partRow.ts'
import { personSummaries } from '../../queries/personSummaries.ts'

/** Whom a row is about, which its form says and does not ask again. */
export type Lasting = { readonly label: string; readonly personId: Uuid; readonly text: string }

/** @returns the lasting answers of a recorded row; somebody hidden is not named */
export async function lastingOf(
  work: Work,
  part: Part,
  personId: Uuid,
  rowId: Uuid | null,
): Promise<readonly Lasting[]> {
  const fields = part.fields({}).filter(({ isLasting }) => isLasting)
  const row = fields.length > 0 ? await partRow(work, { part, personId, rowId }) : null
  const asked = fields.flatMap(({ label, name }) => {
    const id = parseUuid(String(row?.values[name]))
    return id ? [{ label, personId: id }] : []
  })
  const people = await personSummaries(
    work,
    asked.map(one => one.personId),
  )
  return asked.map(one => ({
    ...one,
    text: people.find(({ id }) => id === one.personId)?.displayName ?? 'Somebody you do not see',
  }))
}
