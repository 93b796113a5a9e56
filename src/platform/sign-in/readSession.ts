import { sql } from 'kysely'
import { type Database, serviceActor, type Work } from '../db/index.ts'
import type { Clock } from '../time/index.ts'
import type { Session, SessionLimits } from './session.ts'
import type { SignInTables } from './tables.ts'
import { hashToken } from './tokens.ts'

/**
 * The session of a cookie's token, or null when there is none, it was ended, it stood idle or lasted too long, or its
 * person has left, or was invited and may come no more, or their organisation's provider speaks for them no more: asked of the database at each request, so that an end takes effect at once. Notes at most once a
 * minute that it is in use.
 */
export async function readSession(
  database: Database,
  clock: Clock,
  limits: SessionLimits,
  token: string,
): Promise<Session | null> {
  const tokenHash = hashToken(token)
  const now = clock.now()
  return database.as(serviceActor('porter'), 'sign_in', async work => {
    const db = work.db<SignInTables>()
    const row = await standingSession(work, { tokenHash, now, limits })
    if (row === undefined) return null
    if (Temporal.Instant.compare(row.seen_at.add({ minutes: 1 }), now) <= 0)
      await db.updateTable('app.session').set({ seen_at: now }).where('token_hash', '=', tokenHash).execute()
    return {
      tokenHash,
      workerId: row.worker_id,
      class: row.class,
      name: row.display_name,
      csrfSecret: row.csrf_secret,
      accessEndsAt: row.access_ends_at,
    }
  })
}

/** Whether the session of a cookie's token still stands, without counting as use of it. */
export async function isSessionAlive(
  database: Database,
  clock: Clock,
  limits: SessionLimits,
  token: string,
): Promise<boolean> {
  const asked = { tokenHash: hashToken(token), now: clock.now(), limits }
  return database.as(
    serviceActor('porter'),
    'sign_in',
    async work => (await standingSession(work, asked)) !== undefined,
  )
}

type Asked = { readonly tokenHash: Buffer; readonly now: Temporal.Instant; readonly limits: SessionLimits }

/** The row of a session that was not ended, stood not idle, and is of somebody who has not left. */
async function standingSession(work: Work, { tokenHash, now, limits }: Asked) {
  return await work
    .db<SignInTables>()
    .selectFrom('app.session as session')
    .innerJoin('worker', 'worker.id', 'session.worker_id')
    .select([
      'session.worker_id',
      'session.class',
      'session.csrf_secret',
      'session.seen_at',
      'worker.display_name',
    ])
    .select(accessEnd.as('access_ends_at'))
    .where('session.token_hash', '=', tokenHash)
    .where('session.revoked_at', 'is', null)
    .where('session.ends_at', '>', now)
    .where('session.seen_at', '>', now.subtract({ minutes: limits.idleMinutes }))
    .where(eb => eb.or([eb('worker.left_at', 'is', null), eb('worker.left_at', '>', now)]))
    .where(({ eb, or }) => or([eb('session.by_invitation', '=', false), invitationStands(now)]))
    .where(({ eb, or }) => or([eb('session.provider_id', 'is', null), providerStands(now)]))
    .executeTakeFirst()
}

/** The end of what let them in: keys of an invitation, or their organisation's provider. */
const accessEnd = sql<Temporal.Instant | null>`case
  when session.by_invitation then (select k.expires_at from app.invited_key k where k.worker_id = session.worker_id)
  when session.provider_id is not null then (select p.expires_at from app.organisation_provider p where p.id = session.provider_id) end`

/** The keys of an invited worker are neither withdrawn nor past their day, and the post for which they were invited goes on. */
const invitationStands = (now: Temporal.Instant) => sql<boolean>`exists (select from app.invited_key k
  where k.worker_id = session.worker_id and k.withdrawn_at is null and k.word_hash is not null and k.expires_at > ${now})
  and access.may_be_invited(session.worker_id)`

/** The provider by which they came in is neither withdrawn nor past its last day, and they still work for its organisation. */
const providerStands = (now: Temporal.Instant) => sql<boolean>`exists (select from app.organisation_provider p
  where p.id = session.provider_id and p.withdrawn_at is null and p.expires_at > ${now})
  and access.provider_admits(session.provider_id, session.worker_id)`
