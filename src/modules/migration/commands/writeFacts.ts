import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#platform/db'
import { type Fact, type FactTable, type FactValue, factTables } from '../loading/fact.ts'

const tables = Object.keys(factTables) as FactTable[] // the keys of that very object

/** Writes what a file added to one child: new rows in one statement, then each stored row that was filled in. */
export async function writeFacts(work: Work, facts: readonly Fact[]): Promise<void> {
  const parts = tables.flatMap(table => {
    const rows = facts.filter(fact => fact.isNew && fact.table === table)
    return rows.length === 0 ? [] : [insertion(table, rows)]
  })
  if (parts.length > 0) await sql`with ${sql.join(parts)} select 1`.execute(work.db())
  for (const fact of facts) if (!fact.isNew && fact.filled.size > 0) await fillIn(work, fact)
}

/** One table's new rows, sent as JSON that PostgreSQL reads by the table's own types. */
function insertion(table: FactTable, rows: readonly Fact[]): RawBuilder<unknown> {
  // Nobody's own work: a person whom the importer adds belongs to no worker.
  const columns = ['id', ...factTables[table], ...(table === 'person' ? ['created_by'] : [])]
  const names = sql.join(columns.map(column => sql.ref(column)))
  const json = JSON.stringify(rows.map(({ id, values }) => ({ id, ...values })))
  return sql`${sql.ref(`new_${table}`)} as (insert into ${sql.table(table)} (${names})
    select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb))`
}

/** Tables by name with their columns as JSON has them. */
type JsonTables = Record<FactTable, Record<string, FactValue>>

async function fillIn(work: Work, fact: Fact): Promise<void> {
  const values = Object.fromEntries([...fact.filled].map(column => [column, fact.values[column] ?? null]))
  await work.db<JsonTables>().updateTable(fact.table).set(values).where('id', '=', fact.id).execute()
}
