import { type Database, serviceActor } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'
import type { Clock } from '../time/index.ts'
import type { SignInTables } from './tables.ts'

/** What must be remembered between leaving for the identity provider and coming back. */
export interface Attempt {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string
  /** The organisation's provider to which they left; null: the council's. Only its answer finishes the attempt (mix-up: RFC 9700, section 4.4). */
  readonly providerId: Uuid | null
}

/** Minutes that someone has to sign in at the provider. */
export const ATTEMPT_MINUTES = 15

/** Remembers an attempt, and forgets those that were never finished. */
export async function keepAttempt(database: Database, clock: Clock, attempt: Attempt): Promise<void> {
  const now = clock.now()
  await database.as(serviceActor('porter'), 'sign_in', async work => {
    const db = work.db<SignInTables>()
    await db
      .deleteFrom('app.sign_in_attempt')
      .where('made_at', '<', now.subtract({ minutes: ATTEMPT_MINUTES }))
      .execute()
    await db
      .insertInto('app.sign_in_attempt')
      .values({
        state: attempt.state,
        nonce: attempt.nonce,
        code_verifier: attempt.codeVerifier,
        return_to: attempt.returnTo,
        provider_id: attempt.providerId,
        made_at: now,
      })
      .execute()
  })
}

type Came = { readonly state: string; readonly providerId: Uuid | null }

/** Takes an attempt, which can be done once; null when there is none, it is too old, or it was made for another provider than now answers. */
export async function takeAttempt(
  database: Database,
  clock: Clock,
  { state, providerId }: Came,
): Promise<Attempt | null> {
  const oldest = clock.now().subtract({ minutes: ATTEMPT_MINUTES })
  const row = await database.as(serviceActor('porter'), 'sign_in', work =>
    work
      .db<SignInTables>()
      .deleteFrom('app.sign_in_attempt')
      .where('state', '=', state)
      .returning(['nonce', 'code_verifier', 'return_to', 'made_at', 'provider_id'])
      .executeTakeFirst(),
  )
  if (row === undefined || row.provider_id !== providerId) return null
  if (Temporal.Instant.compare(row.made_at, oldest) < 0) return null
  const { nonce, code_verifier: codeVerifier, return_to: returnTo } = row
  return { state, nonce, codeVerifier, returnTo, providerId }
}
