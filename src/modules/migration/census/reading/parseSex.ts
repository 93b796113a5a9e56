import type { Parsed } from './reading.ts'

/** Sex as the census has collected it since 2024-25. */
export type Sex = 'M' | 'F' | 'U'

const bySexCode: ReadonlyMap<string, Sex> = new Map([
  ['M', 'M'],
  ['F', 'F'],
  ['U', 'U'],
])

/** GenderCurrent, until 2023-24: 0 not known (or unborn), 1 male, 2 female, 9 not specified. */
const byGenderCode: ReadonlyMap<string, Sex> = new Map([
  ['0', 'U'],
  ['1', 'M'],
  ['2', 'F'],
  ['9', 'U'],
])

const byWord: ReadonlyMap<string, Sex> = new Map([
  ['male', 'M'],
  ['female', 'F'],
  ['unknown', 'U'],
])

function parse(
  raw: string,
  expected: ReadonlyMap<string, Sex>,
  other: ReadonlyMap<string, Sex>,
): Parsed<Sex> {
  const text = raw.trim()
  const value = expected.get(text)
  if (value) return { value }
  const meant =
    other.get(text.toUpperCase()) ?? expected.get(text.toUpperCase()) ?? byWord.get(text.toLowerCase())
  const codes = [...expected.keys()].join(', ')
  if (meant)
    return { value: meant, doubt: `"${text}" is not one of ${codes}; it was read as ${meant}.`, rule: '4180' }
  return { refusal: `This must be one of ${codes}.`, rule: '4180' }
}

/** Reads the `Sex` element: M, F or U; codes of the older element are taken with a doubt. */
export const parseSex = (raw: string): Parsed<Sex> => parse(raw, bySexCode, byGenderCode)

/** Reads the `GenderCurrent` element: 0, 1, 2 or 9; letters are taken with a doubt. */
export const parseGender = (raw: string): Parsed<Sex> => parse(raw, byGenderCode, bySexCode)
