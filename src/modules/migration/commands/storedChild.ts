import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ImportFinding } from '../loading/childFinding.ts'
import { type Fact, type FactTable, type FactValue, factTables } from '../loading/fact.ts'
import { findingKey } from '../loading/readerFindings.ts'

/** What the record holds of one child, and what earlier imports said of it. */
export type StoredChild = { readonly facts: readonly Fact[]; readonly findings: ReadonlySet<string> }

const tables = Object.keys(factTables) as FactTable[] // the keys of that very object

/** Everything of one child that a census could fill, in one question. Dates come as text, as JSON has them. */
export async function storedChild(work: Work, personId: Uuid): Promise<StoredChild> {
  const parts = tables.map(table => {
    const columns = sql.join(['id', ...factTables[table]].map(column => sql.ref(column)))
    const owner = sql.ref(table === 'person' ? 'id' : 'person_id')
    return sql`select ${table}::text as part, to_jsonb(r) as held from
      (select ${columns} from ${sql.table(table)} where ${owner} = ${personId} order by id) r`
  })
  const findings = sql`select 'finding' as part, to_jsonb(r) as held from
    (select element, line, raw, kept, severity, rule, problem from import_finding where person_id = ${personId}) r`
  const query = sql<Row>`${sql.join([...parts, findings], sql` union all `)}`
  const { rows } = await query.execute(work.db())
  return {
    facts: rows.flatMap(row => (row.part === 'finding' ? [] : [asFact(row)])),
    findings: new Set(rows.flatMap(row => (row.part === 'finding' ? [findingKey(row.held)] : []))),
  }
}

type FactRow = {
  readonly part: FactTable
  readonly held: Record<string, FactValue> & { readonly id: string }
}
type Row = FactRow | { readonly part: 'finding'; readonly held: ImportFinding }

function asFact({ part, held }: FactRow): Fact {
  const { id, ...values } = held
  return { table: part, id, isNew: false, values, filled: new Set() }
}
