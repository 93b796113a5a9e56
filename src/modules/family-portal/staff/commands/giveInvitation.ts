import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { hashCode, makeCode, makeNumber } from '../../keys/readableCode.ts'

const DAYS = 14

/** What is printed once and kept nowhere but as a hash. */
export type Invitation = { readonly number: string; readonly code: string; readonly endsAt: Temporal.Instant }

/** Makes an invitation: whatever was given before is void, and whoever is in is signed out. */
export async function giveInvitation(work: Work, accountId: Uuid): Promise<Invitation> {
  const code = makeCode()
  const endsAt = work.now.add({ hours: 24 * DAYS })
  const wanted = makeNumber()
  const { rows } = await sql<{ number: string }>`
    select access.give_family_code(${accountId}::uuid, ${wanted}, ${hashCode(wanted, code)}, ${endsAt}) as number`.execute(
    work.db(),
  )
  const number = rows[0]?.number ?? wanted
  if (number === wanted) return { number, code, endsAt }
  // The account has a number of its own from before: the code is hashed with it.
  await sql`select access.give_family_code(${accountId}::uuid, ${number}, ${hashCode(number, code)}, ${endsAt})`.execute(
    work.db(),
  )
  return { number, code, endsAt }
}
