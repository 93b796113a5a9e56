import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { notify } from '../telling/tellReader.ts'

/** Somebody who was named to read a MARAC referral: why, until which day, and whether they did. */
export type NamedReader = {
  readonly id: Uuid
  readonly workerId: Uuid
  readonly name: string
  readonly because: string | null
  readonly until: Temporal.PlainDate | null
  readonly namedBy: string | null
  readonly namedAt: Temporal.Instant
  readonly readAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  readonly endedBy: string | null
  readonly endedBecause: string | null
}

/** Whether the acting person names who else reads a notice: those who lead the front door, of a MARAC referral. */
export async function namesReaders(work: Work, noticeId: Uuid): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`select access.names_readers(${noticeId}) as may`.execute(
    work.db(),
  )
  return rows[0]?.may === true
}

/** Everybody who was named, ended or not; none for whoever names nobody. */
export async function namedReaders(work: Work, noticeId: Uuid): Promise<readonly NamedReader[]> {
  const { rows } = await sql<NamedReader>`
    select id, worker_id as "workerId", name, because, until, named_by as "namedBy", named_at as "namedAt", read_at as "readAt",
      ended_at as "endedAt", ended_by as "endedBy", ended_because as "endedBecause"
    from access.named_readers(${noticeId})`.execute(work.db())
  return rows
}

export type Naming = { readonly workerId: Uuid; readonly because: string; readonly until: Temporal.PlainDate }

/** Names somebody, and tells them that there is something to read. Row-level security refuses whoever may not. @returns false when they are named already */
export async function nameReader(
  work: Work,
  noticeId: Uuid,
  { workerId, because, until }: Naming,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into partner_notice_reader (notice_id, kind, worker_id, named_by, named_because, reads_until)
    values (${noticeId}, 'named', ${workerId}, ${work.actor.id}, ${because}, ${until.toString()}::date)
    on conflict do nothing`.execute(work.db())
  if ((numAffectedRows ?? 0n) === 0n) return false
  await notify(work, [workerId], 'partner_notice', noticeId)
  return true
}

/** @returns false when it was ended before, or the acting person names nobody here */
export async function endReader(work: Work, readerId: Uuid, because: string): Promise<boolean> {
  const { rows } = await sql<{ outcome: string }>`
    select access.end_named_reader(${readerId}, ${because}) as outcome`.execute(work.db())
  return rows[0]?.outcome === 'ended'
}
