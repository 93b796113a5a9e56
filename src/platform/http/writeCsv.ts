import { stringify } from 'csv-stringify/sync'

const FORMULA = /^[=+\-@\t\r\0]/
const PLAIN_NUMBER = /^-?\d+(\.\d+)?$/

/** One cell: dates and instants in ISO form; text that a spreadsheet would run as a formula gets an apostrophe. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  const text = Array.isArray(value) ? value.map(cell).join('; ') : String(value)
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text
}

/**
 * A table as CSV (RFC 4180: CRLF, quotes doubled) that a spreadsheet opens without running anything in it.
 * Begins with the byte order mark by which Excel knows UTF-8.
 */
export function writeCsv(header: readonly string[], rows: Iterable<readonly unknown[]>): string {
  const records = [header, ...rows].map(row => row.map(cell))
  return stringify(records, { bom: true, record_delimiter: 'windows' })
}
