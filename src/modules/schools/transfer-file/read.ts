import { type Found, textAt } from './elements.ts'

const LONGEST_NAME = 200

/** A day as 2026-09-01, with or without a time after it; null for any other text. */
export function dayOf(text: string): Temporal.PlainDate | null {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(T.*)?$/.exec(text) ?? []
  if (day === undefined) return null
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' })
  } catch {
    return null // no such day
  }
}

/** A number of up to four digits. */
export const countOf = (text: string): number | null => (/^\d{1,4}$/.test(text) ? Number(text) : null)

/** The same, where an element that is left out is none. */
export const whole = (text: string): number | null => (text === '' ? 0 : countOf(text))

/** Authority and school in seven digits; null when either is missing. */
export function numberOf(school: Found | undefined): string | null {
  const number = textAt(school, 'LEA') + textAt(school, 'Estab')
  return /^\d{7}$/.test(number) ? number : null
}

/** Text of one line, cut to what is kept; null when empty. */
export const lineOf = (text: string): string | null =>
  text.replaceAll(/\s+/g, ' ').slice(0, LONGEST_NAME) || null
