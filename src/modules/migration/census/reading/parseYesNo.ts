import type { Parsed } from './reading.ts'

const stored: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['0', false],
  ['true', true],
  ['false', false],
])

const understood: ReadonlyMap<string, boolean> = new Map([
  ...stored,
  ['y', true],
  ['yes', true],
  ['n', false],
  ['no', false],
])

/** Reads a flag: 0 or 1 by the schema, `false` or `true` by the rules (8568); yes and no are taken with a doubt. */
export function parseYesNo(raw: string): Parsed<boolean> {
  const text = raw.trim()
  const value = stored.get(text)
  if (value !== undefined) return { value }
  const meant = understood.get(text.toLowerCase())
  if (meant !== undefined) return { value: meant, doubt: `"${text}" was read as ${meant ? '1' : '0'}.` }
  return { refusal: 'This must be 0 (no) or 1 (yes).' }
}
