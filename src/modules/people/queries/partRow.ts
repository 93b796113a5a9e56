import type { Work } from '#platform/db'
import type { FieldValue, PartPlace, PartValues } from '../parts/part.ts'

export type PartRow = { readonly values: PartValues; readonly recordedFrom: string }

/** @returns the row of a part as it stands, or null when it is not there, another person's, or hidden */
export async function partRow(work: Work, { part, personId, rowId }: PartPlace): Promise<PartRow | null> {
  if (rowId === null) return null
  const columns = part
    .fields({})
    .flatMap(field =>
      field.kind === 'partial_date' ? [field.name, `${field.name}_precision`] : [field.name],
    )
  const row = await work
    .db<Record<string, Record<string, FieldValue> & { recorded_from: Temporal.Instant }>>() // any of the parts' tables
    .selectFrom(part.table)
    .select([...columns, 'recorded_from'])
    .where('id', '=', rowId)
    .where(part.isOwnRow ? 'id' : 'person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return null
  const { recorded_from: recordedFrom, ...values } = row
  return { values, recordedFrom: String(recordedFrom) }
}
