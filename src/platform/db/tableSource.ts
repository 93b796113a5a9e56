import type { Column, Table } from './readTables.ts'

const plain = new Map([
  ['uuid', 'Uuid'],
  ['date', 'Temporal.PlainDate'],
  ['timestamp with time zone', 'InstantColumn'],
  ['boolean', 'boolean'],
  ['text', 'string'],
  ['integer', 'number'],
  ['bigint', 'number'],
  ['numeric', 'number'],
  ['jsonb', 'JsonColumn'],
  ['bytea', 'Buffer'],
  ['xid8', 'string'],
])

/** Columns whose moments may be endless. */
const endless = new Set([
  'access.entry.starts_at',
  'access.entry.ends_at',
  'access.restriction.starts_at',
  'access.restriction.ends_at',
  'access.restriction_past.starts_at',
  'access.restriction_past.ends_at',
])

/** What the keep_past trigger sets: nobody else writes them. */
const recorded = new Map([
  ['recorded_from', 'GeneratedAlways<Temporal.Instant>'],
  ['recorded_by', 'GeneratedAlways<Uuid | null>'],
])

/**
 * The TypeScript of one interface over these tables: tables of the record bare, others with their schema.
 * @param doors where its file imports the column types and the ids from
 * @throws when a column has a type that this writer does not know yet
 */
export function tableSource(
  interfaceName: string,
  tables: readonly Table[],
  doors: { readonly columns: string; readonly ids: string },
): string {
  const body = tables.map(table => {
    const key = table.schema === 'record' ? table.name : `'${table.schema}.${table.name}'`
    const columns = table.columns.map(column => `    ${column.name}: ${columnType(table, column)}\n`)
    return `  ${key}: {\n${columns.join('')}  }\n`
  })
  const text = `export interface ${interfaceName} {\n${body.join('')}}\n`
  return `// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.\n${imports(text, doors)}\n${text}`
}

function imports(text: string, doors: { readonly columns: string; readonly ids: string }): string {
  const used = (names: string[]) => names.filter(name => new RegExp(`\\b${name}\\b`).test(text))
  const lines = [
    ['kysely', used(['GeneratedAlways'])],
    [doors.columns, used(['EndlessColumn', 'Generated', 'InstantColumn', 'JsonColumn'])],
    [doors.ids, used(['Uuid'])],
  ] as const
  return lines
    .filter(([, names]) => names.length > 0)
    .map(([from, names]) => `import type { ${names.join(', ')} } from '${from}'\n`)
    .join('')
}

function columnType(table: Table, column: Column): string {
  const set = table.schema === 'record' ? recorded.get(column.name) : undefined
  if (set !== undefined) return set
  const value = valueType(table, column) + (column.notNull ? '' : ' | null')
  if (column.isAlwaysGenerated) return `GeneratedAlways<${value}>`
  return column.hasDefault ? `Generated<${value}>` : value
}

function valueType(table: Table, column: Column): string {
  const place = `${table.schema}.${table.name}.${column.name}`
  if (column.codes !== null) return column.codes.map(code => `'${code}'`).join(' | ')
  if (endless.has(place)) return 'EndlessColumn'
  const type = plain.get(column.type.replace('[]', ''))
  if (type === undefined)
    throw new Error(`${place} is a ${column.type}: say in tableSource.ts what that is here`)
  if (!column.type.endsWith('[]')) return type
  // A list holds plain instants: the column types of one value do not stand in lists.
  return type === 'InstantColumn' ? 'Temporal.Instant[]' : `${type}[]`
}
