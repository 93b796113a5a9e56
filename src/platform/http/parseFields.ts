import { KithError } from '../errors/index.ts'

/** Fields of a form or query: a text, or several when a name came more than once. */
export type Fields = Record<string, string | string[]>

const MOST_FIELDS = 2000
const UNSAFE_NAMES = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads the query of an address. Never throws: the router calls it where nothing would catch, and one bad address would
 * end the process. Names that could reach a prototype are dropped.
 */
export function parseQuery(text: string): Fields {
  const fields: Fields = Object.create(null) // no inherited names to trip over
  for (const [name, value] of pairsOf(text)) if (!UNSAFE_NAMES.has(name)) put(fields, name, value)
  return fields
}

/**
 * Reads a form's body into an object without a prototype.
 * @throws KithError KITH_BAD_REQUEST for names that could reach a prototype, for NUL and for too many fields
 */
export function parseFields(text: string): Fields {
  const fields: Fields = Object.create(null) // no inherited names to trip over
  const pairs = pairsOf(text)
  if (pairs.length > MOST_FIELDS) throw new KithError('KITH_BAD_REQUEST')
  for (const [name, value] of pairs) {
    addField(fields, name, value)
  }
  refuseUnstorableText(fields)
  return fields
}

const pairsOf = (text: string): [string, string][] => [...new URLSearchParams(text)].slice(0, MOST_FIELDS + 1)

/**
 * Adds a form's field to those read before.
 * @throws KithError KITH_BAD_REQUEST for names that could reach a prototype
 */
export function addField(fields: Fields, name: string, value: string): void {
  if (UNSAFE_NAMES.has(name)) throw new KithError('KITH_BAD_REQUEST')
  put(fields, name, value)
}

function put(fields: Fields, name: string, value: string): void {
  const before = fields[name]
  fields[name] = before === undefined ? value : [before, value].flat()
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
