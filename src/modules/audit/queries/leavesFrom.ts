import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { canonicalEntry } from './canonicalEntry.ts'

/** A leaf beside the entry it stands for, as that entry reads now; null when it is gone. */
export type LeafRow = {
  readonly position: number
  readonly entryId: number
  readonly hash: Buffer
  readonly canonical: string | null
}

/** Leaves at `from` up to but without `to`, in their order. */
export async function leavesFrom(work: Work, from: number, to: number): Promise<LeafRow[]> {
  const { rows } = await sql<LeafRow>`
    select l.position, l.entry_id as "entryId", l.hash, case when e.id is not null then ${canonicalEntry} end as canonical
    from audit.leaf l left join audit.entry e on e.id = l.entry_id
    where l.position >= ${from} and l.position < ${to} order by l.position`.execute(work.db())
  return rows
}
