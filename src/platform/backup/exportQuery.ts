import pg from 'pg'
import type { ExportedTable } from './exportedTables.ts'

/** Whether a table can be told as it stood: the record keeps its past, the audit is only ever added to. */
export function hasPast(table: string): boolean {
  return /^(record|history|audit)\./.test(table)
}

/**
 * The rows of a table that an export copies, as SQL.
 * @param isPast as they stood at platform.known_at(): past rows are those that were past by then, and what keeps no past
 * (access, drafts, the search index) gives no row, since today's would tell of what came later
 */
export function exportQuery({ name, columns }: ExportedTable, isPast: boolean): string {
  const listed = columns.map(column => pg.escapeIdentifier(column)).join(', ')
  const all = `select ${listed} from ${name}`
  if (!isPast) return all
  const [schema = '', table = ''] = name.split('.')
  if (schema === 'record')
    return `${all} where recorded_from <= platform.known_at()
      union all select ${listed} from history.${table}
      where recorded_from <= platform.known_at() and recorded_to > platform.known_at()`
  return `${all} where ${wasThere(schema, table)}`
}

function wasThere(schema: string, table: string): string {
  if (schema === 'history') return 'recorded_to <= platform.known_at()'
  if (schema !== 'audit') return 'false'
  return table === 'leaf'
    ? 'position < (select coalesce(max(tree_size), 0) from audit.seal where at <= platform.known_at())'
    : 'at <= platform.known_at()'
}
