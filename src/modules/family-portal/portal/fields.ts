/** What a form is filled with: as sent, or as a draft keeps it. */
export type Values = Readonly<Record<string, unknown>>

/** Longest text that one field takes: several pages of writing. */
export const LONGEST = 20_000

export function textOf(values: Values, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** A text as it was written, or null when there is none: what families say is kept verbatim, spaces within and all. */
export function saidIn(values: Values, name: string): string | null {
  const text = textOf(values, name).replaceAll('\r\n', '\n')
  return text.trim() === '' ? null : text
}

export function isTicked(values: Values, name: string, value: string): boolean {
  const given = values[name]
  return Array.isArray(given) ? given.includes(value) : given === value
}
