import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { hashWord, makeSecret, stepOf } from '#platform/keys'
import { atTheDoor, type Door, noteAtDoor } from './door.ts'
import { hashCardNumber, hashCode, isSameHash, makeCard, readDigits } from './readableCode.ts'
import { networkHash, seal, unseal } from './seal.ts'
import { type FamilySession, openSession } from './sessions.ts'
import type { DoorTables } from './tables.ts'

/** Wrong codes after which an invitation is void. */
const MOST_CODES = 5

/**
 * Opens an invitation by its number and code: what follows is choosing a word. A wrong code, an unknown number, and an invitation that is
 * void, used or too old are answered alike, by the same statements.
 * @returns the token of a session that may choose a word and nothing else, or null
 */
export function openInvitation(
  door: Door,
  given: { readonly number: string; readonly code: string; readonly replaces: string | undefined },
): Promise<string | null> {
  const now = door.clock.now()
  const number = readDigits(given.number)
  return atTheDoor(door, async work => {
    const key = await invitationOf(work, number)
    const hash = hashCode(number, given.code)
    const isRight = isSameHash(hash, key?.code_hash ?? Buffer.alloc(hash.length))
    const isOpen =
      key?.code_hash !== null &&
      key?.code_ends_at != null &&
      key.code_tries < MOST_CODES &&
      Temporal.Instant.compare(key.code_ends_at, now) > 0
    const isGood = key !== undefined && isRight && isOpen
    await work
      .db<DoorTables>()
      .updateTable('app.family_key')
      .set(eb => ({ code_tries: eb('code_tries', '+', isGood ? 0 : 1) }))
      .where('number', '=', number)
      .execute()
    await noteAtDoor(work, isGood ? 'invitation_used' : 'invitation_refused', key?.account_id ?? null)
    if (!isGood) return null
    return openSession(work, now, { accountId: key.account_id, stage: 'joining', replaces: given.replaces })
  })
}

const invitationOf = (work: Work, number: string) =>
  work
    .db<DoorTables>()
    .selectFrom('app.family_key as key')
    .innerJoin('family_account as account', 'account.id', 'key.account_id')
    .select(['key.account_id', 'key.code_hash', 'key.code_ends_at', 'key.code_tries'])
    .where('key.number', '=', number)
    .where('account.closed_at', 'is', null)
    .forUpdate('key')
    .executeTakeFirst()

/** The secret of the authenticator that this joining session was shown, made when it first asks. */
export async function pendingSecret(door: Door, session: FamilySession): Promise<Buffer> {
  if (session.pending !== null) return unseal(door.key, session.accountId, session.pending)
  const secret = makeSecret()
  await atTheDoor(door, work =>
    work
      .db<DoorTables>()
      .updateTable('app.family_session')
      .set({ pending: seal(door.key, session.accountId, secret) })
      .where('token_hash', '=', session.tokenHash)
      .execute(),
  )
  return secret
}

/** How somebody will show that it is them: an authenticator whose number they give now, or a card printed now. */
export type Proof = { readonly by: 'authenticator'; readonly once: string } | { readonly by: 'card' }

/** Joined, with the token of a session that is in; or why not. */
export type Joined =
  | { readonly kind: 'in'; readonly token: string; readonly card: readonly string[] }
  | { readonly kind: 'wrong number' }
  | { readonly kind: 'too late' }

/**
 * Ends joining: the word is kept as a hash, the invitation is used, and every other session of the account ends. Of two who opened the
 * same invitation the second is too late.
 */
export async function join(
  door: Door,
  session: FamilySession,
  given: { readonly word: string; readonly proof: Proof; readonly address: string; readonly token: string },
): Promise<Joined> {
  const now = door.clock.now()
  const secret = session.pending === null ? null : unseal(door.key, session.accountId, session.pending)
  const step =
    given.proof.by === 'authenticator' && secret !== null
      ? stepOf(secret, readDigits(given.proof.once), now, 0)
      : null
  if (given.proof.by === 'authenticator' && step === null) return { kind: 'wrong number' }
  const wordHash = await hashWord(given.word)
  return atTheDoor(door, async work => {
    const number = await openNumber(work, session.accountId)
    if (number === null) return { kind: 'too late' }
    const card = given.proof.by === 'card' ? makeCard() : []
    await work
      .db<DoorTables>()
      .updateTable('app.family_key')
      .set({
        code_hash: null,
        code_ends_at: null,
        code_tries: 0,
        word_hash: wordHash,
        authenticator: step === null || secret === null ? null : seal(door.key, session.accountId, secret),
        last_step: step ?? 0,
        card_hashes: card.map(one => hashCardNumber(number, one)),
        known_from: [networkHash(door.key, given.address)],
        seen_at: now,
      })
      .where('account_id', '=', session.accountId)
      .execute()
    await endAll(work, session.accountId, now)
    await noteAtDoor(work, 'sign_in', session.accountId, { by: 'invitation' })
    const token = await openSession(work, now, {
      accountId: session.accountId,
      stage: 'in',
      replaces: given.token,
    })
    return { kind: 'in', token, card }
  })
}

/** The account's number while its invitation is open, held until the transaction ends. */
async function openNumber(work: Work, accountId: Uuid): Promise<string | null> {
  const row = await work
    .db<DoorTables>()
    .selectFrom('app.family_key')
    .select('number')
    .where('account_id', '=', accountId)
    .where('code_hash', 'is not', null)
    .forUpdate()
    .executeTakeFirst()
  return row?.number ?? null
}

async function endAll(work: Work, accountId: Uuid, now: Temporal.Instant): Promise<void> {
  await work
    .db<DoorTables>()
    .updateTable('app.family_session')
    .set({ revoked_at: now })
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .execute()
}
