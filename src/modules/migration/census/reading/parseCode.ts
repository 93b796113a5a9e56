import type { Parsed } from './reading.ts'

/** Says whether a code is one of its set: in any year, or in the census of one year. */
export type CodeCheck = (code: string, censusYear?: number) => boolean

/** The set a code belongs to, as its element needs it. */
export interface CodeSet {
  readonly isCode: CodeCheck
  /** The validation rule broken by a code outside the set. */
  readonly rule?: string
}

/**
 * Reads a code. Outside its set it is refused; in small letters, or not in the set of that year's census, it is taken
 * with a doubt. `censusYear` is the year the census ends; undefined leaves the year unchecked.
 */
export function parseCode(raw: string, set: CodeSet, censusYear: number | undefined): Parsed<string> {
  const text = raw.trim()
  const rule = set.rule === undefined ? {} : { rule: set.rule }
  const value = set.isCode(text) ? text : text.toUpperCase()
  if (!set.isCode(value)) return { refusal: `"${text.slice(0, 40)}" is not one of the codes.`, ...rule }
  if (censusYear !== undefined && !set.isCode(value, censusYear)) {
    return { value, doubt: `Code ${value} is not in the census of ${censusYear}.`, ...rule }
  }
  return value === text ? { value } : { value, doubt: `"${text}" was read as ${value}.` }
}
