import { type Database, serviceActor } from '../db/index.ts'
import type { Clock } from '../time/index.ts'
import { recordSignIn } from './recordSignIn.ts'
import type { Session } from './session.ts'
import type { SignInTables } from './tables.ts'

/** Which of a person's sessions to end. */
export type Which = 'this one' | 'all'

/** Ends sessions, with an entry in the audit. @returns the id token for signing out at the identity provider, if one was kept */
export async function endSessions(
  database: Database,
  clock: Clock,
  session: Session,
  which: Which,
): Promise<string | null> {
  const idToken = await database.as(serviceActor('porter'), 'sign_in', async work => {
    const ended = await work
      .db<SignInTables>()
      .updateTable('app.session')
      .set({ revoked_at: clock.now() })
      .where('worker_id', '=', session.workerId)
      .where('revoked_at', 'is', null)
      .$if(which === 'this one', query => query.where('token_hash', '=', session.tokenHash))
      .returning(['token_hash', 'id_token'])
      .execute()
    return ended.find(row => row.token_hash.equals(session.tokenHash))?.id_token ?? null
  })
  await recordSignIn(
    database,
    { id: session.workerId, class: session.class },
    which === 'all' ? 'sign_out_everywhere' : 'sign_out',
  )
  return idToken
}
