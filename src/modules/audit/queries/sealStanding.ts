import { sql } from 'kysely'
import type { Work } from '#platform/db'

/** How the seal of the audit stands, and what the last verification said. */
export type SealStanding = {
  readonly sealed: number
  readonly root: Buffer | null
  readonly sealedAt: Temporal.Instant | null
  readonly unsealed: number
  readonly oldestUnsealed: Temporal.Instant | null
  readonly verifiedAt: Temporal.Instant | null
  readonly verified: { readonly ok: boolean; readonly findings: number; readonly sealed: number } | null
}

/** For directors and administrators; nobody's name or record. */
export async function sealStanding(work: Work): Promise<SealStanding> {
  const { rows } = await sql<SealStanding>`
    select sealed, root, sealed_at as "sealedAt", unsealed, oldest_unsealed as "oldestUnsealed",
      verified_at as "verifiedAt", verified from audit.standing()`.execute(work.db())
  const standing = rows[0]
  if (standing === undefined) throw new Error('The standing of the audit was asked for without an identity')
  return standing
}
