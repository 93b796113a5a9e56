import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ImportFinding } from '../loading/childFinding.ts'
import { type Fact, type FactTable, type FactValue, factTables } from '../loading/fact.ts'
import { findingKey } from '../loading/readerFindings.ts'

/** What the record holds of one child, and what earlier imports said of it. */
export type StoredChild = { readonly facts: Fact[]; readonly findings: Set<string> }

const tables = Object.keys(factTables) as FactTable[] // the keys of that very object

/**
 * Everything of these children that a census could fill, in one question. Dates come as text, as JSON has them.
 * @returns one for each id given
 */
export async function storedChildren(
  work: Work,
  personIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, StoredChild>> {
  const children = new Map(personIds.map(id => [id, { facts: [], findings: new Set() } as StoredChild]))
  if (personIds.length === 0) return children
  const parts = tables.map(table => {
    const columns = sql.join(['id', ...factTables[table]].map(column => sql.ref(column)))
    const owner = sql.ref(table === 'person' ? 'id' : 'person_id')
    return sql`select ${owner} as person, ${table}::text as part, to_jsonb(r) as held from
      (select ${columns} from ${sql.table(table)} where ${owner} = any (${personIds}::uuid[]) order by id) r`
  })
  const findings = sql`select person_id as person, 'finding' as part, to_jsonb(r) - 'person_id' as held from
    (select person_id, element, line, raw, kept, severity, rule, problem from import_finding
     where person_id = any (${personIds}::uuid[])) r`
  const { rows } = await sql<Row>`${sql.join([...parts, findings], sql` union all `)}`.execute(work.db())
  for (const row of rows) {
    const child = children.get(row.person)
    if (row.part === 'finding') child?.findings.add(findingKey(row.held))
    else child?.facts.push(asFact(row))
  }
  return children
}

type FactRow = {
  readonly person: Uuid
  readonly part: FactTable
  readonly held: Record<string, FactValue> & { readonly id: string }
}
type Row = FactRow | { readonly person: Uuid; readonly part: 'finding'; readonly held: ImportFinding }

function asFact({ part, held }: FactRow): Fact {
  const { id, ...values } = held
  return { table: part, id, isNew: false, values, filled: new Set() }
}
