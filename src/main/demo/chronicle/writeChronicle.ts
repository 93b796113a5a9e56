import type { Work } from '#platform/db'
import type { Chronicle, ToldRow } from './chronicle.ts'
import { type ToldTable, toldTables } from './tables.ts'

type Loose = Record<string, Record<string, unknown>>

/** Rows of one statement: enough that its cost is the rows', few enough that its text fits in memory. */
const AT_ONCE = 5_000

/**
 * Writes what has been told, in the storyteller's transaction.
 * @returns how many rows were written, past ones included
 */
export async function writeChronicle(work: Work, told: ReturnType<Chronicle['take']>): Promise<number> {
  let written = 0
  for (const table of toldTables) {
    const rows = told.get(table) ?? []
    const [past, present] = [
      rows.filter(row => row.recordedTo !== null),
      rows.filter(row => row.recordedTo === null),
    ]
    for (const [schema, list] of [['record', present] as const, ['history', past] as const])
      for (let from = 0; from < list.length; from += AT_ONCE)
        await insert(work, schema, table, list.slice(from, from + AT_ONCE))
    written += rows.length
  }
  return written
}

/** One statement: the rows go as one JSON text, and PostgreSQL gives each value the type of its column. */
async function insert(
  work: Work,
  schema: 'record' | 'history',
  table: ToldTable,
  rows: readonly ToldRow[],
): Promise<void> {
  const flat = rows.map(({ values, recordedFrom, recordedTo }) => ({
    ...values,
    recorded_from: recordedFrom,
    ...(schema === 'history' && { recorded_to: recordedTo }),
  }))
  const columns = [...new Set(flat.flatMap(row => Object.keys(row)))]
  const target = `${schema}.${table}`
  await work
    .db<Loose>()
    .insertInto(target)
    .columns(columns)
    .expression(eb => {
      // A table's name is also the name of its row type; Kysely's types know only the built-in ones.
      const rowType = eb.table(target) as unknown as 'json'
      const unpacked = eb.fn<Record<string, unknown>>('jsonb_populate_recordset', [
        eb.cast(eb.lit(null), rowType),
        eb.val(JSON.stringify(flat)),
      ])
      return eb.selectFrom(unpacked.as('told')).select(columns.map(column => `told.${column}`))
    })
    .execute()
}
