import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { hashCardNumber, makeCard } from '../../keys/readableCode.ts'

/**
 * Makes another card for somebody who lost theirs, or the phone with their app: what they had stops working, their secret word stays.
 * @returns its numbers, kept nowhere but as hashes; null when they have not joined, and an invitation is what they need
 */
export async function giveCard(work: Work, accountId: Uuid): Promise<readonly string[] | null> {
  const { rows } = await sql<{ number: string | null }>`
    select access.family_number(${accountId}::uuid) as number`.execute(work.db())
  const number = rows[0]?.number ?? null
  if (number === null) return null
  const card = makeCard()
  const hashes = card.map(one => hashCardNumber(number, one))
  await sql`select access.give_family_card(${accountId}::uuid, ${hashes}::bytea[])`.execute(work.db())
  return card
}
