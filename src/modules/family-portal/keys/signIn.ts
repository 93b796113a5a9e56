import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { isWord, stepOf } from '#platform/keys'
import { atTheDoor, type Door, noteAtDoor } from './door.ts'
import { hashCardNumber, isSameHash, readDigits } from './readableCode.ts'
import { networkHash, unseal } from './seal.ts'
import { openSession } from './sessions.ts'
import type { DoorTables } from './tables.ts'
import { isWornOut, noteTry, type Source } from './tries.ts'

/** What somebody types to come in, and where from. */
export type Given = {
  readonly number: string
  readonly word: string
  /** Of an authenticator, or the next of a printed card. */
  readonly once: string
  readonly address: string
  /** Token of the session that the browser came with. */
  readonly replaces: string | undefined
}

/** Networks that are remembered of an account. */
const MOST_KNOWN = 5

type Key = {
  readonly account_id: Uuid
  readonly number: string
  readonly word_hash: string | null
  readonly authenticator: Buffer | null
  readonly last_step: number
  readonly card_hashes: readonly Buffer[]
  readonly known_from: readonly Buffer[]
}

/**
 * Lets somebody in by number, word and a number that serves once. Whatever is wrong, the answer is the same, and takes as long: the
 * word is tried though there be no account.
 * @returns the token of the new session, or null
 */
export async function signIn(door: Door, given: Given): Promise<string | null> {
  const now = door.clock.now()
  const number = readDigits(given.number)
  const kept = await atTheDoor(door, work => keyOf(work, number))
  const isRightWord = await isWord(given.word, kept?.word_hash ?? null) // outside the transaction: it takes long on purpose
  return atTheDoor(door, async work => {
    const key = await keyOf(work, number) // again, and held: what serves once must not serve two
    const source = sourceOf(door, given.address, key)
    const accountId = key?.account_id ?? null
    const wornOut = await isWornOut(work, accountId, source, now)
    const once = key === null ? null : onceOf(door, key, readDigits(given.once), now)
    if (key === null || once === null || !isRightWord || wornOut || key.word_hash !== kept?.word_hash) {
      if (!wornOut) await noteTry(work, accountId, source, now)
      await noteAtDoor(work, 'sign_in_refused', accountId, { reason: wornOut ? 'too_many' : 'wrong' })
      return null
    }
    await useKey(work, key, once, source, now)
    await noteAtDoor(work, 'sign_in', key.account_id, { by: 'last_step' in once ? 'authenticator' : 'card' })
    return openSession(work, now, { accountId: key.account_id, stage: 'in', replaces: given.replaces })
  })
}

async function keyOf(work: Work, number: string): Promise<Key | null> {
  const row = await work
    .db<DoorTables>()
    .selectFrom('app.family_key as key')
    .innerJoin('family_account as account', 'account.id', 'key.account_id')
    .select(['key.account_id', 'key.number', 'key.word_hash', 'key.authenticator', 'key.last_step'])
    .select(['key.card_hashes', 'key.known_from'])
    .where('key.number', '=', number)
    .where('account.closed_at', 'is', null)
    .forUpdate('key')
    .executeTakeFirst()
  return row === undefined ? null : { ...row, last_step: Number(row.last_step) }
}

function sourceOf(door: Door, address: string, key: Key | null): Source {
  const hash = networkHash(door.key, address)
  return { hash, isKnown: key?.known_from.some(known => isSameHash(known, hash)) ?? false }
}

type Once = { readonly last_step: number } | { readonly card_hashes: Buffer[] }

/** What changes when the number serves, or null when it does not. */
function onceOf(door: Door, key: Key, typed: string, now: Temporal.Instant): Once | null {
  const hash = hashCardNumber(key.number, typed)
  const left = key.card_hashes.filter(one => !isSameHash(one, hash))
  if (left.length < key.card_hashes.length) return { card_hashes: left }
  if (key.authenticator === null) return null
  const step = stepOf(unseal(door.key, key.account_id, key.authenticator), typed, now, key.last_step)
  return step === null ? null : { last_step: step }
}

async function useKey(
  work: Work,
  key: Key,
  once: Once,
  source: Source,
  now: Temporal.Instant,
): Promise<void> {
  const others = key.known_from.filter(known => !isSameHash(known, source.hash))
  await work
    .db<DoorTables>()
    .updateTable('app.family_key')
    .set({ ...once, seen_at: now, known_from: [source.hash, ...others].slice(0, MOST_KNOWN) })
    .where('account_id', '=', key.account_id)
    .execute()
}
