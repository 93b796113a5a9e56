import { type Database, serviceActor, type UserClass } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'
import type { Clock } from '../time/index.ts'
import { recordSignIn } from './recordSignIn.ts'
import type { SessionLimits } from './session.ts'
import type { SignInTables } from './tables.ts'
import { hashToken, makeToken } from './tokens.ts'

/** Whom to open a session for. */
export interface NewSession {
  readonly workerId: Uuid
  readonly class: UserClass
  /** Kept to sign out at the identity provider. */
  readonly idToken?: string
  /** They came in by an invitation's keys: the session stands as long as these do. */
  readonly byInvitation?: true
  /** They came in by their own organisation's provider: the session stands as long as it does. */
  readonly providerId?: Uuid
  /** The session the browser came with, which ends: no token outlives a sign-in (session fixation). */
  readonly replaces?: string | undefined
}

/** Opens a session and writes the sign-in into the audit as the worker's own act. @returns the token for the cookie, which is kept nowhere */
export async function openSession(
  database: Database,
  clock: Clock,
  limits: SessionLimits,
  given: NewSession,
): Promise<string> {
  const token = makeToken()
  const now = clock.now()
  await database.as(serviceActor('porter'), 'sign_in', async work => {
    const db = work.db<SignInTables>()
    if (given.replaces !== undefined)
      await db
        .updateTable('app.session')
        .set({ revoked_at: now })
        .where('token_hash', '=', hashToken(given.replaces))
        .where('revoked_at', 'is', null)
        .execute()
    await db
      .insertInto('app.session')
      .values({
        token_hash: hashToken(token),
        worker_id: given.workerId,
        class: given.class,
        csrf_secret: makeToken(),
        started_at: now,
        seen_at: now,
        ends_at: now.add({ hours: limits.absoluteHours }),
        id_token: given.idToken ?? null,
        revoked_at: null,
        by_invitation: given.byInvitation ?? false,
        provider_id: given.providerId ?? null,
      })
      .execute()
  })
  const by = given.byInvitation ? 'invitation' : given.providerId === undefined ? null : 'organisation'
  const detail = by === null ? {} : { by }
  await recordSignIn(
    database,
    { id: given.workerId, class: given.class },
    'sign_in',
    [given.workerId],
    detail,
  )
  return token
}
