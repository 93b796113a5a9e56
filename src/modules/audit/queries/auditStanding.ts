import { sql } from 'kysely'
import type { Work } from '#platform/db'

/** How much there is to verify, from one look at the database. */
export type AuditStanding = {
  readonly entries: number
  /** Leaves under the last seal. */
  readonly sealed: number
  readonly seals: number
  /** The leaf farthest beyond the last seal, if any. */
  readonly strayPosition: number | null
  readonly strayEntryId: number | null
  readonly unsealed: number
  readonly oldestUnsealed: Temporal.Instant | null
  /** The lowest unsealed entry that should have been sealed: older than the last seal by time and by transaction. */
  readonly insertedId: number | null
}

/** Counts in one statement, so that a sealer at work meanwhile makes no difference. */
export async function auditStanding(work: Work): Promise<AuditStanding> {
  const { rows } = await sql<AuditStanding>`
    with last as (select coalesce(max(s.tree_size), 0) as size, max(s.at) as at, count(*) as seals from audit.seal s),
    newest as (select max(e.xid) as xid from audit.leaf l join audit.entry e on e.id = l.entry_id, last
               where l.position >= last.size - 5000),
    waiting as (select e.id, e.at, e.xid from audit.entry e
                where not exists (select from audit.leaf l where l.entry_id = e.id)),
    stray as (select l.position, l.entry_id from audit.leaf l, last where l.position >= last.size
              order by l.position limit 1)
    select (select count(*) from audit.entry) as entries, last.size as sealed, last.seals,
      (select position from stray) as "strayPosition", (select entry_id from stray) as "strayEntryId",
      (select count(*) from waiting) as unsealed, (select min(at) from waiting) as "oldestUnsealed",
      (select min(w.id) from waiting w, newest
       where w.xid < newest.xid and w.at < last.at - interval '10 minutes') as "insertedId"
    from last`.execute(work.db())
  return rows[0] as AuditStanding // the outermost select answers one row, always
}
