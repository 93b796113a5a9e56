import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { endOfLondonDay } from '#reference'
import type { RenewableAccess } from '../queries/renewableAccess.ts'

/** Until when access goes on, and why. */
export type Renewal = { readonly lastDay: Temporal.PlainDate; readonly reason: string }

/** Lets accounts and providers of other organisations go on; each leaves its own entry in the audit. @returns how many */
export async function renewAccess(
  work: Work,
  chosen: readonly RenewableAccess[],
  { lastDay, reason }: Renewal,
): Promise<number> {
  const until = endOfLondonDay(lastDay)
  let renewed = 0
  for (const { id, kind } of chosen) {
    const [action, resource, call] =
      kind === 'account'
        ? [
            'invitation_renewed',
            'invited_worker',
            sql`access.renew_invited(${id}::uuid, ${until}, ${reason})`,
          ]
        : [
            'provider_renewed',
            'organisation_provider',
            sql`access.renew_provider(${id}::uuid, ${until}, ${reason})`,
          ]
    const { rows } = await sql<{ done: boolean }>`select ${call} as done`.execute(work.db())
    if (rows[0]?.done !== true) continue
    renewed += 1
    await sql`insert into audit.entry (actor_id, action, resource, row_ids, detail)
      values (${work.actor.id}, ${action}, ${resource}, ${[id]}::uuid[], ${JSON.stringify({ until: lastDay.toString() })}::jsonb)`.execute(
      work.db(),
    )
  }
  return renewed
}
