import { sql } from 'kysely'
import { postsOf } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { WorkCode } from '../rules/codes.ts'

export type WorkItem = {
  readonly id: Uuid
  readonly code: WorkCode
  readonly teamId: Uuid
  readonly teamName: string
  readonly personId: Uuid | null
  readonly fileId: Uuid | null
  readonly sequence: number | null
  readonly detail: string | null
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  readonly closedHow: 'person' | 'success' | null
  readonly closer: string | null
  readonly note: string | null
}

const item = sql`w.id, w.code, w.team_id as "teamId", t.name as "teamName", w.person_id as "personId", w.file_id as "fileId", f.sequence, w.detail,
  w.opened_at as "openedAt", w.closed_at as "closedAt", w.closed_how as "closedHow", c.display_name as closer, w.note
  from protection_work w join team t on t.id = w.team_id left join protection_file f on f.id = w.file_id left join worker c on c.id = w.closed_by`

/** Open work items that the reader may see, oldest first. */
export async function readWorks(
  work: Work,
  code: WorkCode | null,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<readonly WorkItem[]> {
  const { rows } = await sql<WorkItem>`
    select ${item} where w.closed_at is null and (${code}::text is null or w.code = ${code}) order by w.opened_at, w.id limit ${limit} offset ${offset}`.execute(
    work.db(),
  )
  return rows
}

/** What is open about one child. */
export async function readWorksOf(work: Work, personId: Uuid): Promise<readonly WorkItem[]> {
  const { rows } = await sql<WorkItem>`
    select ${item} where w.closed_at is null and w.person_id = ${personId} order by w.opened_at, w.id`.execute(
    work.db(),
  )
  return rows
}

export async function countWorks(work: Work, code: WorkCode | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from protection_work where closed_at is null and (${code}::text is null or code = ${code})`.execute(
    work.db(),
  )
  return rows[0]?.n ?? 0
}

export async function readWorkItem(work: Work, id: Uuid): Promise<WorkItem | null> {
  const { rows } = await sql<WorkItem>`select ${item} where w.id = ${id}`.execute(work.db())
  return rows[0] ?? null
}

const SENDERS: ReadonlySet<string> = new Set([
  'team_manager',
  'duty_manager',
  'senior_social_worker',
  'business_support',
])

/** Teams for which the reader sends files and closes work today. */
export async function sendsFor(work: Work): Promise<readonly Uuid[]> {
  if (work.actor.class !== 'practitioner') return []
  return (await postsOf(work, work.actor.id)).flatMap(({ teamId, role }) =>
    teamId !== null && SENDERS.has(role) ? [teamId] : [],
  )
}
