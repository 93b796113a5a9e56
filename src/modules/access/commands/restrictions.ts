import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AccessTables } from '../tables.ts'
import { auditOpening } from './auditOpening.ts'

export type RestrictionReason = AccessTables['access.restriction']['reason']

/** A restriction, as a member of its named list sees it. */
export type Restriction = {
  readonly reason: RestrictionReason
  readonly note: string | null
  readonly startsAt: Temporal.Instant
  /** Null when no end is set. */
  readonly endsAt: Temporal.Instant | null
  readonly memberIds: readonly Uuid[]
}

/**
 * The restriction as it stands, or as it stood at the known-at instant. Who may read it is decided by today's list.
 * @returns null when the person is not restricted today, or the acting person is not on the list today; not_then when they
 * are, and there was no restriction at that instant
 */
export async function restrictionOf(work: Work, personId: Uuid): Promise<Restriction | 'not_then' | null> {
  const { rows } = await sql<StoredRestriction | { stood: false }>`
    select stood, reason, note, starts_at, ends_at, members from access.restriction_of(${personId})`.execute(
    work.db(),
  )
  const [row] = rows
  if (row === undefined) return null
  if (!row.stood) return 'not_then'
  return {
    reason: row.reason,
    note: row.note,
    startsAt: row.starts_at,
    endsAt: row.ends_at === 'infinity' ? null : row.ends_at,
    memberIds: row.members,
  }
}

type StoredRestriction = {
  readonly stood: true
  readonly reason: RestrictionReason
  readonly note: string | null
  readonly starts_at: Temporal.Instant
  readonly ends_at: Temporal.Instant | 'infinity'
  readonly members: Uuid[]
}

/**
 * Restricts a person to a named list that begins with the acting director, or changes the restriction as one of its list.
 * @param restriction endsAt null for no end; in the past it ends the restriction
 */
export async function restrictPerson(
  work: Work,
  restriction: {
    readonly personId: Uuid
    readonly reason: RestrictionReason
    readonly note: string | null
    readonly endsAt: Temporal.Instant | null
  },
): Promise<'made' | 'changed' | 'not_found'> {
  const { personId, reason, note, endsAt } = restriction
  const { rows } = await sql<{ outcome: 'made' | 'changed' | 'not_found' }>`
    select access.restrict_person(${personId}, ${reason}, ${note}, ${endsAt?.toString() ?? null}::timestamptz) as outcome`.execute(
    work.db(),
  )
  const outcome = rows[0]?.outcome ?? 'not_found'
  if (outcome !== 'not_found') await auditOpening(work, 'restrict', personId, { reason, outcome })
  return outcome
}

/** Holds the restriction of a person until the transaction ends, as the commands below do: of two who change it the second sees the first's. */
export async function holdRestriction(work: Work, personId: Uuid): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${personId}::text, 7303))`.execute(work.db())
}

/** Puts a worker on the named list, or takes one off it; its last member stays. */
export async function changeNamedList(
  work: Work,
  change: { readonly personId: Uuid; readonly workerId: Uuid; readonly isMember: boolean },
): Promise<'done' | 'last_member' | 'not_found'> {
  const { personId, workerId, isMember } = change
  const { rows } = await sql<{ outcome: 'done' | 'last_member' | 'not_found' }>`
    select access.change_list(${personId}, ${workerId}, ${isMember}) as outcome`.execute(work.db())
  const outcome = rows[0]?.outcome ?? 'not_found'
  if (outcome === 'done') await auditOpening(work, 'change_list', personId, { worker: workerId, isMember })
  return outcome
}
