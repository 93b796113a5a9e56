import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { noteMerge } from '../visits/followNumbers.ts'

type Merge = { readonly gone: string; readonly kept: string; readonly sentAt: Temporal.Instant }

/**
 * Keeps that a number gave way, straight to the number that stands today, whichever of a chain of merges came first.
 * @returns the number that stands; or that it goes round in a circle, or that the number gave way to another before
 */
export async function keepMerge(work: Work, senderId: Uuid, { gone, kept, sentAt }: Merge): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${senderId}, 7414))`.execute(work.db())
  noteMerge(work)
  const end = (await standingOf(work, senderId, kept)) ?? kept
  const before = await standingOf(work, senderId, gone)
  if (before !== null && before === end) return end
  if (before !== null || end === gone) return 'contradicts'
  await sql`update app.hospital_merge set kept = ${end} where sender_id = ${senderId} and kept = ${gone}`.execute(
    work.db(),
  )
  await sql`insert into app.hospital_merge (sender_id, gone, kept, sent_at) values (${senderId}, ${gone}, ${end}, ${sentAt})`.execute(
    work.db(),
  )
  return end
}

async function standingOf(work: Work, senderId: Uuid, number: string): Promise<string | null> {
  const { rows } = await sql<{ kept: string }>`
    select kept from app.hospital_merge where sender_id = ${senderId} and gone = ${number}`.execute(work.db())
  return rows[0]?.kept ?? null
}
