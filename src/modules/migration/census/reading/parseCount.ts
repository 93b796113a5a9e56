import type { Parsed } from './reading.ts'

/** More than any child has had: a number above this is a slip of the key or an id in the wrong element. */
const believable = 30

/** Reads a whole number of zero or more. */
export function parseCount(raw: string): Parsed<number> {
  const text = raw.trim()
  if (!/^\+?\d{1,9}(\.0+)?$/.test(text)) return { refusal: 'This must be a whole number of zero or more.' }
  const value = Number(text)
  if (text.includes('.')) return { value, doubt: `"${text}" was read as ${value}.` }
  return value > believable ? { value, doubt: `${value} is more than is likely.` } : { value }
}
