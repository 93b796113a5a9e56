import { createHash, randomInt, timingSafeEqual } from 'node:crypto'

/** Letters and digits that no two people read differently (Crockford's base 32): five bits each. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const CODE_LENGTH = 12 // 60 bits
const NUMBER_LENGTH = 9
const CARD_NUMBERS = 24
const CARD_LENGTH = 8

const letters = (length: number, alphabet: string): string =>
  Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

/** The code of an invitation: 60 random bits, as it is printed once. */
export const makeCode = (): string => grouped(letters(CODE_LENGTH, LETTERS), 4, '-')

/** The number of an account: says nothing of whose it is. */
export const makeNumber = (): string => letters(NUMBER_LENGTH, '0123456789')

/** The numbers of a printed card: each serves once. */
export function makeCard(): readonly string[] {
  const numbers = new Set<string>()
  while (numbers.size < CARD_NUMBERS) numbers.add(letters(CARD_LENGTH, '0123456789'))
  return [...numbers]
}

/** Printed in groups, so that it can be read aloud and typed. */
export const grouped = (text: string, size: number, between = ' '): string =>
  text.match(new RegExp(`.{1,${size}}`, 'g'))?.join(between) ?? text

/** A code as somebody types it: small letters, spaces, an O for a nought. */
export const readCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')

/** The digits of what was typed. */
export const readDigits = (typed: string): string => typed.replace(/\D/g, '')

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** What is kept of a code: 60 random bits need no slower hash. */
export const hashCode = (number: string, code: string): Buffer => sha256(`code ${number} ${readCode(code)}`)

/** What is kept of a number of a card. */
export const hashCardNumber = (accountNumber: string, cardNumber: string): Buffer =>
  sha256(`card ${accountNumber} ${cardNumber}`)

/** Whether two hashes are the same, told in a time that does not depend on them. */
export const isSameHash = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
