import { KithError } from '../errors/index.ts'

/** Fields of a form or query: a text, or several when a name came more than once. */
export type Fields = Record<string, string | string[]>

const MOST_FIELDS = 2000
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads `a=1&b=2` into an object without a prototype.
 * @throws KithError KITH_BAD_REQUEST for names that could reach a prototype, for NUL and for too many fields
 */
export function parseFields(text: string): Fields {
  const fields: Fields = Object.create(null) // no inherited names to trip over
  let count = 0
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1
    if (count > MOST_FIELDS || UNSAFE_NAMES.has(name)) throw new KithError('KITH_BAD_REQUEST')
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  refuseUnstorableText(fields)
  return fields
}

/**
 * Refuses text that PostgreSQL cannot keep (NUL, halves of surrogate pairs), at any depth.
 * @throws KithError KITH_BAD_REQUEST
 */
export function refuseUnstorableText(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\0') || !value.isWellFormed()) throw new KithError('KITH_BAD_REQUEST')
  } else if (typeof value === 'object' && value !== null)
    for (const [name, item] of Object.entries(value)) {
      refuseUnstorableText(name)
      refuseUnstorableText(item)
    }
}
