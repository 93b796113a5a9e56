import { type RawBuilder, sql } from 'kysely'
import type { Work } from '#platform/db'
import { type Fact, type FactTable, factTables } from '../loading/fact.ts'

const tables = Object.keys(factTables) as FactTable[] // the keys of that very object

/** Writes what a file added to any number of children: all new rows in one statement, then what was filled in. */
export async function writeFacts(work: Work, facts: readonly Fact[]): Promise<void> {
  const parts = tables.flatMap(table => {
    const rows = facts.filter(fact => fact.isNew && fact.table === table)
    return rows.length === 0 ? [] : [insertion(table, rows)]
  })
  if (parts.length > 0) await sql`with ${sql.join(parts)} select 1`.execute(work.db())
  const filled = facts.filter(fact => !fact.isNew && fact.filled.size > 0)
  const alike = Map.groupBy(filled, ({ table, filled }) => `${table} ${[...filled].toSorted().join(' ')}`)
  for (const group of alike.values()) await fillIn(work, group)
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

/** Fills the same columns of rows of one table, in one statement. */
async function fillIn(work: Work, facts: readonly Fact[]): Promise<void> {
  const [first] = facts
  if (first === undefined) return
  const json = JSON.stringify(facts.map(({ id, values }) => ({ ...values, id })))
  const table = sql.table(first.table)
  const sets = [...first.filled].toSorted().map(column => sql`${sql.ref(column)} = r.${sql.ref(column)}`)
  await sql`update ${table} set ${sql.join(sets)}
    from jsonb_populate_recordset(null::${table}, ${json}::jsonb) r where ${table}.id = r.id`.execute(
    work.db(),
  )
}
