import { createHash, randomInt } from 'node:crypto'
import type { Uuid } from '../../ids/index.ts'

/** Letters and digits that no two people read differently (Crockford's base 32): five bits each. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12 // 60 bits
const HOW_MANY = 8

const one = (): string =>
  Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** Codes for whoever loses their authenticator: each serves once. */
export function makeRecoveryCodes(): readonly string[] {
  const codes = new Set<string>()
  while (codes.size < HOW_MANY) codes.add(one())
  return [...codes]
}

/** What is kept of a code, as somebody types it: 60 random bits need no slower hash. */
export function hashRecovery(workerId: Uuid, typed: string): Buffer {
  const read = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  return createHash('sha256').update(`recovery ${workerId} ${read}`).digest()
}
