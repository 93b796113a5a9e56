import { type Database, serviceActor } from '../db/index.ts'
import type { Clock } from '../time/index.ts'
import type { SignInTables } from './tables.ts'

/** What must be remembered between leaving for the identity provider and coming back. */
export interface Attempt {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
  readonly returnTo: string
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
        made_at: now,
      })
      .execute()
  })
}

/** Takes an attempt, which can be done once; null when there is none or it is too old. */
export async function takeAttempt(database: Database, clock: Clock, state: string): Promise<Attempt | null> {
  const oldest = clock.now().subtract({ minutes: ATTEMPT_MINUTES })
  const row = await database.as(serviceActor('porter'), 'sign_in', work =>
    work
      .db<SignInTables>()
      .deleteFrom('app.sign_in_attempt')
      .where('state', '=', state)
      .returning(['nonce', 'code_verifier', 'return_to', 'made_at'])
      .executeTakeFirst(),
  )
  if (row === undefined || Temporal.Instant.compare(row.made_at, oldest) < 0) return null
  return { state, nonce: row.nonce, codeVerifier: row.code_verifier, returnTo: row.return_to }
}
