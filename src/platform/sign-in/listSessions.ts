import { type Database, serviceActor } from '../db/index.ts'
import type { Clock } from '../time/index.ts'
import type { Session, SessionLimits } from './session.ts'
import type { SignInTables } from './tables.ts'

/** One of a person's live sessions. */
export interface LiveSession {
  readonly startedAt: Temporal.Instant
  readonly seenAt: Temporal.Instant
  readonly isThisOne: boolean
}

/** A person's live sessions, newest first. */
export async function listSessions(
  database: Database,
  clock: Clock,
  limits: SessionLimits,
  session: Session,
): Promise<LiveSession[]> {
  const now = clock.now()
  const rows = await database.as(serviceActor('porter'), 'sign_in', work =>
    work
      .db<SignInTables>()
      .selectFrom('app.session')
      .select(['token_hash', 'started_at', 'seen_at'])
      .where('worker_id', '=', session.workerId)
      .where('revoked_at', 'is', null)
      .where('ends_at', '>', now)
      .where('seen_at', '>', now.subtract({ minutes: limits.idleMinutes }))
      .orderBy('started_at', 'desc')
      .execute(),
  )
  return rows.map(row => ({
    startedAt: row.started_at,
    seenAt: row.seen_at,
    isThisOne: row.token_hash.equals(session.tokenHash),
  }))
}
