import pg from 'pg'

/** One column as the catalogue describes it. */
export type Column = {
  readonly name: string
  /** format_type: 'uuid', 'timestamp with time zone', 'text[]' ... */
  readonly type: string
  readonly notNull: boolean
  readonly hasDefault: boolean
  /** Only the database sets it. */
  readonly isAlwaysGenerated: boolean
  /** The codes of its `check (column in (...))`, or null. */
  readonly codes: readonly string[] | null
}

/** A table with its columns in order. */
export type Table = { readonly schema: string; readonly name: string; readonly columns: readonly Column[] }

const question = `
  select n.nspname as schema, c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
    a.attnotnull as "notNull", a.atthasdef or a.attidentity <> '' as "hasDefault",
    a.attidentity = 'a' or a.attgenerated <> '' as "isAlwaysGenerated",
    (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = c.oid and k.contype = 'c'
       and k.conkey = array[a.attnum] and pg_get_constraintdef(k.oid) ~ '^CHECK \\(\\(\\w+ = ANY \\(ARRAY\\['
     order by k.conname limit 1) as check
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind = 'r' and n.nspname = any ($1)
  order by n.nspname, c.relname, a.attnum`

type Row = Column & { readonly schema: string; readonly table: string; readonly check: string | null }

/**
 * The tables of these schemas as the catalogue describes them.
 * @param ownerUrl of a migrated database
 */
export async function readTables(ownerUrl: string, schemas: readonly string[]): Promise<Table[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(question, [schemas])
    const byTable = Map.groupBy(rows, row => `${row.schema}.${row.table}`)
    return [...byTable.values()].map(group => ({
      schema: group[0]?.schema ?? '',
      name: group[0]?.table ?? '',
      columns: group.map(columnOf),
    }))
  } finally {
    await client.end()
  }
}

function columnOf(row: Row): Column {
  const { name, type, notNull, hasDefault, isAlwaysGenerated } = row
  const codes =
    row.check === null ? null : [...row.check.matchAll(/'((?:[^']|'')*)'::text/g)].map(m => m[1] ?? '')
  return { name, type, notNull, hasDefault, isAlwaysGenerated, codes }
}
