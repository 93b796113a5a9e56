import { type Database, serviceActor } from '../db/index.ts'
import type { Session } from './session.ts'
import type { SignInTables } from './tables.ts'

/** A sign-in of somebody's own, so that they notice one that was not theirs. */
export interface RecentSignIn {
  readonly at: Temporal.Instant
  readonly byInvitation: boolean
}

const MOST = 30

/** A person's last sign-ins, newest first, as long as ended sessions are kept. */
export async function recentSignIns(database: Database, session: Session): Promise<readonly RecentSignIn[]> {
  const rows = await database.as(serviceActor('porter'), 'sign_in', work =>
    work
      .db<SignInTables>()
      .selectFrom('app.session')
      .select(['started_at', 'by_invitation'])
      .where('worker_id', '=', session.workerId)
      .orderBy('started_at', 'desc')
      .limit(MOST)
      .execute(),
  )
  return rows.map(row => ({ at: row.started_at, byInvitation: row.by_invitation }))
}
