import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** How much was told of a child, and how much of it nobody who holds the record has read; what was corrected stands in its correction. */
export async function countContributions(
  work: Work,
  personId: Uuid,
): Promise<{ readonly told: number; readonly unread: number }> {
  const { rows } = await sql<{ told: number; unread: number }>`
    select count(*)::int as told, count(*) filter (where c.read_at is null)::int as unread from contribution c
    where c.person_id = ${personId} and not exists (select from contribution later where later.corrects_id = c.id)`.execute(
    work.db(),
  )
  return rows[0] ?? { told: 0, unread: 0 }
}

export type Unread = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly role: string
  readonly writtenAt: Temporal.Instant
}

/** What was told of the children whom a worker holds and nobody has read. */
export async function unreadOf(work: Work, workerId: Uuid): Promise<readonly Unread[]> {
  const { rows } = await sql<Unread>`
    select c.id, c.person_id as "personId", c.role, c.written_at as "writtenAt"
    from allocation a join contribution c on c.person_id = a.person_id and c.read_at is null and c.author_id <> ${workerId}
    where a.worker_id = ${workerId} and a.started_on <= ${work.today}::date and (a.ended_on is null or a.ended_on > ${work.today}::date)
      and not exists (select from contribution later where later.corrects_id = c.id)
    order by c.written_at, c.id`.execute(work.db())
  return rows
}

export type Asked = { readonly id: Uuid; readonly personId: Uuid; readonly askedAt: Temporal.Instant }

/** Corrections for which somebody asks the worker. */
export async function askedOf(work: Work, workerId: Uuid): Promise<readonly Asked[]> {
  const { rows } = await sql<Asked>`
    select q.id, q.person_id as "personId", q.asked_at as "askedAt" from contribution_query q
    where q.author_id = ${workerId} and q.answered_at is null order by q.asked_at`.execute(work.db())
  return rows
}
