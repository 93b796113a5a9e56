import { sql } from 'kysely'
import { oncePerTransaction, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ToldVisit } from '../rules/told.ts'

/** What is told under a number that gave way is told of the number that stands. */
export type Followed = {
  readonly told: ToldVisit
  /** It was written before the numbers were put together, and came after: whose it is now was not told with it. */
  readonly isBehind: boolean
}

/** Transactions that put numbers together themselves. */
const merging = new WeakSet<Work>()
export const noteMerge = (work: Work): void => void merging.add(work)

/** Whether the sender ever put numbers together; until the transaction ends no other does. Most never did: of those no visit is looked up. */
const hasMerged = oncePerTransaction(async (work: Work, senderId: Uuid): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${senderId}, 7414))`.execute(work.db())
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from app.hospital_merge where sender_id = ${senderId}) as has`.execute(work.db())
  return rows[0]?.has === true
})

/**
 * The sender's numbers of a child as they stand after merges that came before. Whoever reads a visit and whoever reads a merge of its sender wait
 * for each other, so that neither misses what the other is keeping.
 */
export async function followNumbers(work: Work, senderId: Uuid, told: ToldVisit): Promise<Followed> {
  const numbers = told.person.hospitalNumbers ?? []
  if (numbers.length === 0 || told.kind === 'person') return { told, isBehind: false }
  if (!(await hasMerged(work, senderId)) && !merging.has(work)) return { told, isBehind: false }
  const { rows } = await sql<{ gone: string; kept: string; sent_at: Temporal.Instant }>`
    select gone, kept, sent_at from app.hospital_merge where sender_id = ${senderId} and gone = any (${[...numbers]}::text[])`.execute(
    work.db(),
  )
  if (rows.length === 0) return { told, isBehind: false }
  const kept = new Map(rows.map(row => [row.gone, row.kept]))
  const hospitalNumbers = [...new Set(numbers.map(number => kept.get(number) ?? number))].sort()
  return {
    told: { ...told, person: { ...told.person, hospitalNumbers } },
    isBehind: rows.some(({ sent_at }) => Temporal.Instant.compare(told.sentAt, sent_at) < 0),
  }
}
