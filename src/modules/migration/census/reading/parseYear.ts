import type { Parsed } from './reading.ts'

/** The first children in need census of this shape, and the end of the known calendar of bank holidays. */
const first = 2009
const last = 2098

/** Reads the year in which a census ends. */
export function parseYear(raw: string): Parsed<number> {
  const text = raw.trim()
  const value = Number(text)
  if (/^\d{4}$/.test(text) && value >= first && value <= last) return { value }
  const span = /^(\d{4})[-/](\d{2}|\d{4})$/.exec(text)
  const end = span ? Number(span[1]) + 1 : 0
  if (span?.[2] && String(end).endsWith(span[2]) && end >= first && end <= last) {
    return { value: end, doubt: `"${text}" was read as the census that ends in ${end}.` }
  }
  return { refusal: `This must be the year the census ends, from ${first} to ${last}.` }
}
