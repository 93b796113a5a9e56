import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(
  scrypt,
)
/** One of OWASP's least for scrypt: 32 MB, three times over, so that some at once do not fill a machine. */
const COST = { N: 2 ** 15, r: 8, p: 3, maxmem: 64_000_000 }
const LENGTH = 32

/** Capitals and spaces are not what somebody remembers: "Blue  Kettle" is "blue kettle". */
const folded = (word: string): string => word.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')

/** What is kept of a secret word. */
export async function hashWord(word: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(folded(word), salt, LENGTH, COST)
  return `scrypt$15$8$3$${salt.toString('base64url')}$${key.toString('base64url')}`
}

/** A hash that no word has: a number that is nobody's takes as long to refuse as a wrong word. */
const NOBODYS = `scrypt$15$8$3$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Whether this is the word that was kept. Takes as long where none was. */
export async function isWord(word: string, kept: string | null): Promise<boolean> {
  const [, cost, blocks, lanes, salt = '', key = ''] = (kept ?? NOBODYS).split('$')
  const derived = await derive(folded(word), Buffer.from(salt, 'base64url'), LENGTH, {
    N: 2 ** Number(cost),
    r: Number(blocks),
    p: Number(lanes),
    maxmem: COST.maxmem,
  })
  const right = Buffer.from(key, 'base64url')
  return right.length === derived.length && timingSafeEqual(right, derived) && kept !== null
}
