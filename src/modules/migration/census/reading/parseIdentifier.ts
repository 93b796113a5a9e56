import type { Parsed } from './reading.ts'

const longest = 100

/**
 * Reads the authority's id of the child. An id of more than 20 characters, or with other characters than letters and
 * digits, breaks rules 1570 and 1580 but still tells one child from another, so it is taken with a doubt.
 */
export function parseIdentifier(raw: string): Parsed<string> {
  const value = raw.trim()
  if (value.length > longest) return { refusal: `The id is longer than ${longest} characters.`, rule: '1570' }
  if (value.includes('\ufffd'))
    return { refusal: 'The id holds bytes that are not in the encoding of the file.' }
  if (value.length > 20) return { value, doubt: 'The id is longer than 20 characters.', rule: '1570' }
  if (!/^[A-Za-z0-9]+$/.test(value)) {
    return { value, doubt: 'The id holds something other than letters and digits.', rule: '1580' }
  }
  return { value }
}

/** Reads free text of the header. */
export function parseText(raw: string): Parsed<string> {
  const value = raw.trim()
  return value.length > longest ? { refusal: `The text is longer than ${longest} characters.` } : { value }
}
