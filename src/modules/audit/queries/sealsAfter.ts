import type { Work } from '#platform/db'
import type { AuditTables } from '../tables.ts'

/** A seal as it stands in the database. */
export type StoredSeal = {
  readonly size: number
  readonly root: Buffer
  readonly frontier: readonly Buffer[]
  readonly chain: Buffer
  readonly at: Temporal.Instant
}

const seals = (work: Work) =>
  work
    .db<AuditTables>()
    .selectFrom('audit.seal')
    .select(['tree_size as size', 'root', 'frontier', 'chain', 'at'])

/** The seal over the largest tree, or null before the first. */
export async function lastSeal(work: Work): Promise<StoredSeal | null> {
  return (await seals(work).orderBy('tree_size', 'desc').limit(1).executeTakeFirst()) ?? null
}

/** Seals over trees larger than `after` and no larger than `upTo`, smallest first. */
export function sealsAfter(work: Work, after: number, upTo: number): Promise<StoredSeal[]> {
  return seals(work)
    .where('tree_size', '>', after)
    .where('tree_size', '<=', upTo)
    .orderBy('tree_size')
    .execute()
}
