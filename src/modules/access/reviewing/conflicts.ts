import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { auditOpening } from '../commands/auditOpening.ts'

/** How a worker knows somebody whose record is closed to them for it. */
export const conflictKinds = {
  own_family: 'They are family, or I live with them',
  friend_or_neighbour: 'They are friends or neighbours',
  own_child_at_school: 'Our children are at school together',
  other: 'I know them in another way',
} as const
export type ConflictKind = keyof typeof conflictKinds

/** A record that is closed to a worker who knows the person. */
export type Conflict = {
  readonly id: Uuid
  readonly workerId: Uuid
  readonly kind: ConflictKind
  readonly remark: string | null
  readonly declaredBy: Uuid
  readonly startsAt: Temporal.Instant
  /** Null while it stands. */
  readonly endsAt: Temporal.Instant | null
}

/**
 * Closes a person's record to a worker at once, whatever else would open it. One's own conflict anyone may declare; a manager of
 * the case may declare another's. Absent and restricted people are answered alike.
 */
export async function declareConflict(
  work: Work,
  declared: {
    readonly personId: Uuid
    readonly workerId: Uuid
    readonly kind: ConflictKind
    readonly remark: string | null
  },
): Promise<'declared' | 'not_found'> {
  const { personId, workerId, kind, remark } = declared
  const { rows } = await sql<{ answer: 'declared' | 'not_found' }>`
    select access.declare_conflict(${personId}, ${workerId}, ${kind}, ${remark}) as answer`.execute(work.db())
  if (rows[0]?.answer !== 'declared') return 'not_found'
  await auditOpening(work, 'declare_conflict', personId, { kind })
  return 'declared'
}

/** Conflicts about somebody whose case the acting person answers for, newest first; none for anybody else. */
export async function conflictsOf(work: Work, personId: Uuid): Promise<readonly Conflict[]> {
  const { rows } = await sql<{
    id: Uuid
    actor_id: Uuid
    kind: ConflictKind
    remark: string | null
    declared_by: Uuid
    starts_at: Temporal.Instant
    ends_at: Temporal.Instant | null
  }>`
    select id, actor_id, kind, remark, declared_by, starts_at, nullif(ends_at, 'infinity') as ends_at
    from access.conflicts_of(${personId}) where starts_at <= ${work.now} order by starts_at desc`.execute(
    work.db(),
  )
  return rows.map(row => ({
    id: row.id,
    workerId: row.actor_id,
    kind: row.kind,
    remark: row.remark,
    declaredBy: row.declared_by,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
  }))
}

/** Opens the record again to the worker; for whoever answers for the case, never for whom it bars. */
export async function endConflict(
  work: Work,
  { personId, conflictId }: { readonly personId: Uuid; readonly conflictId: Uuid },
): Promise<boolean> {
  const known = await conflictsOf(work, personId)
  if (!known.some(({ id }) => id === conflictId)) return false
  const { rows } = await sql<{ answer: 'ended' | 'not_found' }>`
    select access.end_conflict(${conflictId}) as answer`.execute(work.db())
  if (rows[0]?.answer !== 'ended') return false
  await auditOpening(work, 'end_conflict', personId, {})
  return true
}
