import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
)

/** What a hash costs whoever makes or guesses it (scrypt's N as a power of two, r and p). */
export type WordCost = { readonly power: number; readonly blocks: number; readonly lanes: number }

/** One of OWASP's least for scrypt: 32 MB, three times over, so that some at once do not fill a machine. No operator may set it lower. */
export const WORD_COST: WordCost = { power: 15, blocks: 8, lanes: 3 }
const MOST_MEMORY = 64_000_000
const LENGTH = 32

/** Capitals and spaces are not what somebody remembers: "Blue  Kettle" is "blue kettle". */
const folded = (word: string): string => word.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')

const keyOf = (word: string, salt: Buffer, { power, blocks, lanes }: WordCost): Promise<Buffer> =>
  derive(folded(word), salt, LENGTH, { N: 2 ** power, r: blocks, p: lanes, maxmem: MOST_MEMORY })

const written = ({ power, blocks, lanes }: WordCost, salt: string, key: string): string =>
  `scrypt$${power}$${blocks}$${lanes}$${salt}$${key}`

/** What is kept of a secret word. @param cost less in tests alone */
export async function hashWord(word: string, cost = WORD_COST): Promise<string> {
  const salt = randomBytes(16)
  const key = await keyOf(word, salt, cost)
  return written(cost, salt.toString('base64url'), key.toString('base64url'))
}

/** A hash that no word has: a number that is nobody's takes as long to refuse as a wrong word. */
const nobodys = (cost: WordCost): string => written(cost, 'A'.repeat(22), 'A'.repeat(43))

/** Whether this is the word that was kept. Takes as long where none was: as a hash of this cost. */
export async function isWord(word: string, kept: string | null, cost = WORD_COST): Promise<boolean> {
  const [, power, blocks, lanes, salt = '', key = ''] = (kept ?? nobodys(cost)).split('$')
  const derived = await keyOf(word, Buffer.from(salt, 'base64url'), {
    power: Number(power),
    blocks: Number(blocks),
    lanes: Number(lanes),
  })
  const right = Buffer.from(key, 'base64url')
  return right.length === derived.length && timingSafeEqual(right, derived) && kept !== null
}
