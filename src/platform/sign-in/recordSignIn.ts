import { type Actor, type Database, serviceActor } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'
import type { SignInTables } from './tables.ts'

type Action =
  | 'sign_in'
  | 'sign_in_refused'
  | 'sign_out'
  | 'sign_out_everywhere'
  | 'authenticator_set_up'
  | 'passphrase_changed'
  | 'identity_bound'

/** Appends a coming or going to the audit, as the act of the worker. */
export async function recordSignIn(
  database: Database,
  actor: Actor,
  action: Action,
  workerIds: readonly Uuid[] = [actor.id],
  detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  await database.as(actor, 'sign_in', work =>
    work
      .db<SignInTables>()
      .insertInto('audit.entry')
      .values({
        actor_id: actor.id,
        action,
        resource: 'session',
        row_ids: workerIds,
        detail: JSON.stringify(detail),
      })
      .execute(),
  )
}

/** Appends a refusal: the porter's act, about the worker if it was one. Never holds what the identity provider said of them. */
export async function recordRefusal(
  database: Database,
  reason: 'unknown' | 'left' | 'one_factor' | 'wrong' | 'too_many' | 'other_organisation',
  workerId: Uuid | null,
): Promise<void> {
  const ids = workerId === null ? [] : [workerId]
  await recordSignIn(database, serviceActor('porter'), 'sign_in_refused', ids, { reason })
}
