import { createHash } from 'node:crypto'
import type { Work } from '../../db/index.ts'
import type { Uuid } from '../../ids/index.ts'
import type { InvitedTables } from './tables.ts'

/** Wrong tries before the next must wait. */
const FREE_TRIES = 5
/** Of one address, behind which a whole hospital may sit. */
const FREE_TRIES_OF_ADDRESS = 20
/** The wait doubles with each further try, up to this: long enough for guessers, short enough that nobody stays shut out. */
const LONGEST_MINUTES = 60
const HOURS_KEPT = 24

/** Where a try comes from, and whether the account was used from there before. */
export type Source = { readonly hash: Buffer; readonly isKnown: boolean }

export const sourceHash = (address: string): Buffer =>
  createHash('sha256').update(`invited from ${address}`).digest()

/** Minutes from the last wrong try until the next is looked at. */
const wait = (tries: number, free: number): number =>
  tries < free ? 0 : Math.min(LONGEST_MINUTES, 2 ** (tries - free))

/** Whether it is too soon to try again: for this account from such networks, or from this address whoever is tried. */
export async function mustWait(
  work: Work,
  workerId: Uuid | null,
  source: Source,
  now: Temporal.Instant,
): Promise<boolean> {
  const counted = work
    .db<InvitedTables>()
    .selectFrom('app.invited_try')
    .select(({ fn }) => [fn.countAll<number>().as('tries'), fn.max('at').as('last')])
    .where('at', '>', now.subtract({ hours: HOURS_KEPT }))
  const ofAddress = await counted.where('source', '=', source.hash).executeTakeFirstOrThrow()
  const ofAccount = await counted
    .where('worker_id', 'is not distinct from', workerId)
    .where('is_known', '=', source.isKnown)
    .$if(source.isKnown || workerId === null, query => query.where('source', '=', source.hash))
    .executeTakeFirstOrThrow()
  const isTooSoon = ({ tries, last }: typeof ofAddress, free: number): boolean =>
    last !== null &&
    wait(Number(tries), free) > 0 &&
    Temporal.Instant.compare(now, last.add({ minutes: wait(Number(tries), free) })) < 0
  return isTooSoon(ofAccount, FREE_TRIES) || isTooSoon(ofAddress, FREE_TRIES_OF_ADDRESS)
}

/** Notes a wrong try, and forgets those of the days before. */
export async function noteTry(
  work: Work,
  workerId: Uuid | null,
  source: Source,
  now: Temporal.Instant,
): Promise<void> {
  const db = work.db<InvitedTables>()
  const row = { worker_id: workerId, source: source.hash, is_known: source.isKnown, at: now }
  await db.insertInto('app.invited_try').values(row).execute()
  await db
    .deleteFrom('app.invited_try')
    .where('at', '<', now.subtract({ hours: HOURS_KEPT }))
    .execute()
}

/** Who came in begins anew. */
export async function forgetTries(work: Work, workerId: Uuid): Promise<void> {
  await work.db<InvitedTables>().deleteFrom('app.invited_try').where('worker_id', '=', workerId).execute()
}
