import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { DoorTables } from './tables.ts'

/** Wrong tries in an hour before further ones from the same kind of network are not looked at. */
const MOST_TRIES = 20
const HOURS_KEPT = 24

/** Where a try comes from: the network as a keyed hash, and whether the account was used from it before. */
export type Source = { readonly hash: Buffer; readonly isKnown: boolean }

/**
 * Whether too much was tried. Tries from networks that the account was never used from count together, and apart from those of a network
 * that it was: whoever guesses, from however many addresses, keeps out other guessers and not the parent at home.
 */
export async function isWornOut(
  work: Work,
  accountId: Uuid | null,
  source: Source,
  now: Temporal.Instant,
): Promise<boolean> {
  const { tries } = await work
    .db<DoorTables>()
    .selectFrom('app.family_try')
    .select(({ fn }) => fn.countAll<number>().as('tries'))
    .where('account_id', 'is not distinct from', accountId)
    .where('at', '>', now.subtract({ hours: 1 }))
    .where('is_known', '=', source.isKnown)
    .$if(source.isKnown || accountId === null, query => query.where('source', '=', source.hash))
    .executeTakeFirstOrThrow()
  return Number(tries) >= MOST_TRIES
}

/** Notes a wrong try, and forgets those of the days before. */
export async function noteTry(
  work: Work,
  accountId: Uuid | null,
  source: Source,
  now: Temporal.Instant,
): Promise<void> {
  const db = work.db<DoorTables>()
  await db
    .insertInto('app.family_try')
    .values({ account_id: accountId, source: source.hash, is_known: source.isKnown, at: now })
    .execute()
  await db
    .deleteFrom('app.family_try')
    .where('at', '<', now.subtract({ hours: HOURS_KEPT }))
    .execute()
}
