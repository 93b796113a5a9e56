import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A wall before one person, around others. */
export type Wall = {
  readonly id: Uuid
  readonly fromId: Uuid
  readonly protectedIds: readonly Uuid[]
  readonly reason: string
  readonly madeBy: Uuid
  readonly startsAt: Temporal.Instant
}

/** The walls around a person that the reader may know of: none to whoever has no safety data of those behind them. */
export async function wallsAround(work: Work, personId: Uuid): Promise<readonly Wall[]> {
  if (work.actor.class !== 'practitioner' && work.actor.class !== 'duty') return []
  const { rows } = await sql<{
    id: Uuid
    from_id: Uuid
    protected_ids: Uuid[]
    reason: string
    made_by: Uuid
    starts_at: Temporal.Instant
  }>`
    select id, from_id, protected_ids, reason, made_by, starts_at from access.walls_around(${[personId]}::uuid[]) order by starts_at`.execute(
    work.db(),
  )
  return rows.map(row => ({
    id: row.id,
    fromId: row.from_id,
    protectedIds: row.protected_ids,
    reason: row.reason,
    madeBy: row.made_by,
    startsAt: row.starts_at,
  }))
}

/** Whether the reader writes safety data (C3) of all of these people, and so may raise a wall around them. */
export async function writesSafety(work: Work, personIds: readonly Uuid[]): Promise<boolean> {
  if (work.knownAt !== null || personIds.length === 0) return false
  const { rows } = await sql<{ writes: boolean }>`
    select not exists (select from unnest(${[...personIds]}::uuid[]) x (id) where not exists (select from access.entry e
      where e.actor_id = ${work.actor.id} and e.subject_id = x.id and e.data_class = 'C3' and e.may_write
        and now() >= e.starts_at and now() < e.ends_at)) as writes`.execute(work.db())
  return rows[0]?.writes === true
}
