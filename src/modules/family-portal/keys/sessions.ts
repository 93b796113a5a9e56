import { createHash, randomBytes } from 'node:crypto'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { atTheDoor, type Door, noteAtDoor } from './door.ts'
import type { DoorTables } from './tables.ts'

/** How somebody reads: an adult, a young person, a child. */
export type ReadsAs = 'adult' | 'young_person' | 'child'

/** Somebody's session at the portal, as one request finds it. */
export type FamilySession = {
  readonly tokenHash: Buffer
  readonly accountId: Uuid
  readonly isCareful: boolean
  readonly readsAs: ReadsAs
  /** joining: the invitation's code was right, and a word is being chosen. */
  readonly stage: 'joining' | 'in'
  readonly csrfSecret: string
  /** Sealed secret of an authenticator that was shown and not yet proved. */
  readonly pending: Buffer | null
}

const IDLE_MINUTES = 30
/** Somebody may come into the room. */
const CAREFUL_IDLE_MINUTES = 10
const HOURS = 4
const JOINING_MINUTES = 30
/** Days that an ended session is remembered. */
const DAYS_KEPT = 7

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Minutes without a request after which a session ends. */
export const idleMinutes = (isCareful: boolean): number => (isCareful ? CAREFUL_IDLE_MINUTES : IDLE_MINUTES)

/**
 * Opens a session in the transaction that let somebody in. The one that the browser came with ends, so that no token outlives a sign-in.
 * @returns the token for the cookie, which is kept nowhere
 */
export async function openSession(
  work: Work,
  now: Temporal.Instant,
  of: { readonly accountId: Uuid; readonly stage: 'joining' | 'in'; readonly replaces: string | undefined },
): Promise<string> {
  const db = work.db<DoorTables>()
  const token = randomBytes(32).toString('base64url')
  if (of.replaces !== undefined)
    await db
      .updateTable('app.family_session')
      .set({ revoked_at: now })
      .where('token_hash', '=', hashOf(of.replaces))
      .where('revoked_at', 'is', null)
      .execute()
  await db
    .deleteFrom('app.family_session')
    .where('ends_at', '<', now.subtract({ hours: 24 * DAYS_KEPT }))
    .execute()
  const ends = of.stage === 'joining' ? { minutes: JOINING_MINUTES } : { hours: HOURS }
  await db
    .insertInto('app.family_session')
    .values({
      token_hash: hashOf(token),
      account_id: of.accountId,
      csrf_secret: randomBytes(32).toString('base64url'),
      started_at: now,
      seen_at: now,
      ends_at: now.add(ends),
      stage: of.stage,
    })
    .execute()
  return token
}

/**
 * The session of a cookie's token, or null when there is none, it ended, stood idle, or its account was closed: asked of the database at
 * each request, so that an end takes effect at once.
 */
export function readSession(door: Door, token: string): Promise<FamilySession | null> {
  const now = door.clock.now()
  const tokenHash = hashOf(token)
  return atTheDoor(door, async work => {
    const db = work.db<DoorTables>()
    const row = await db
      .selectFrom('app.family_session as session')
      .innerJoin('family_account as account', 'account.id', 'session.account_id')
      .select([
        'session.account_id',
        'session.csrf_secret',
        'session.seen_at',
        'session.stage',
        'session.pending',
      ])
      .select(['account.is_careful', 'account.reads_as'])
      .where('session.token_hash', '=', tokenHash)
      .where('session.revoked_at', 'is', null)
      .where('session.ends_at', '>', now)
      .where('account.closed_at', 'is', null)
      .executeTakeFirst()
    if (row === undefined) return null
    const until = row.seen_at.add({ minutes: idleMinutes(row.is_careful) })
    if (Temporal.Instant.compare(until, now) <= 0) return null
    if (Temporal.Instant.compare(row.seen_at.add({ minutes: 1 }), now) <= 0)
      await db
        .updateTable('app.family_session')
        .set({ seen_at: now })
        .where('token_hash', '=', tokenHash)
        .execute()
    return {
      tokenHash,
      accountId: row.account_id,
      isCareful: row.is_careful,
      readsAs: row.reads_as,
      stage: row.stage,
      csrfSecret: row.csrf_secret,
      pending: row.pending,
    }
  })
}

/** Ends a session: leaving the page, or signing out. */
export function endSession(door: Door, session: FamilySession): Promise<void> {
  return atTheDoor(door, async work => {
    await work
      .db<DoorTables>()
      .updateTable('app.family_session')
      .set({ revoked_at: door.clock.now() })
      .where('token_hash', '=', session.tokenHash)
      .where('revoked_at', 'is', null)
      .execute()
    await noteAtDoor(work, 'sign_out', session.accountId)
  })
}
