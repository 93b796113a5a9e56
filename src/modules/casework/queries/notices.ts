import type { ColumnType } from 'kysely'
import type { ServiceTables, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** Its moment is made by the database, and read as an instant. */
type NoticeTables = {
  'app.notice': Omit<ServiceTables['app.notice'], 'made_at'> & {
    made_at: ColumnType<Temporal.Instant, never, never>
  }
}

/** Something that a worker has been told. */
export type Notice = {
  readonly id: Uuid
  readonly kind: string
  /** Where it is: a local path of ids. */
  readonly path: string
  readonly subjectId: Uuid | null
  readonly madeAt: Temporal.Instant
  readonly readAt: Temporal.Instant | null
}

/** The acting person's own notices, newest first, a page at a time. */
export async function notices(
  work: Work,
  filter: { readonly unreadOnly?: boolean } = {},
  offset = 0,
  limit = 50,
): Promise<readonly Notice[]> {
  let query = work
    .db<NoticeTables>()
    .selectFrom('app.notice')
    .select(['id', 'kind', 'path', 'subject_id', 'made_at', 'read_at'])
    .where('worker_id', '=', work.actor.id)
    .where('made_at', '<=', work.now)
  if (filter.unreadOnly) query = query.where('read_at', 'is', null)
  const rows = await query
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    path: row.path,
    subjectId: row.subject_id,
    madeAt: row.made_at,
    readAt: row.read_at,
  }))
}

/** A notice of somebody whom the acting person covers today. */
export type CoveredNotice = Notice & { readonly holderId: Uuid }

/** What those are told about work whom the acting person covers: what they have not read, and what comes meanwhile; newest first. */
export async function coveredNotices(
  work: Work,
  holderIds: readonly Uuid[],
): Promise<readonly CoveredNotice[]> {
  if (holderIds.length === 0 || work.knownAt !== null) return []
  const rows = await work
    .db<NoticeTables>()
    .selectFrom('app.notice')
    .select(['id', 'kind', 'path', 'subject_id', 'made_at', 'read_at', 'worker_id'])
    .where('worker_id', 'in', [...holderIds])
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(50)
    .execute()
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    path: row.path,
    subjectId: row.subject_id,
    madeAt: row.made_at,
    readAt: row.read_at,
    holderId: row.worker_id,
  }))
}

/** How many notices there are in all, and unread. */
export async function countNotices(work: Work): Promise<{ readonly all: number; readonly unread: number }> {
  const row = await work
    .db<NoticeTables>()
    .selectFrom('app.notice')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere('read_at', 'is', null).as('unread'),
    ])
    .where('worker_id', '=', work.actor.id)
    .where('made_at', '<=', work.now)
    .executeTakeFirstOrThrow()
  return row
}

/** How many notices the acting person has not read: the badge in the navigation. */
export const unreadNotices = async (work: Work): Promise<number> => (await countNotices(work)).unread
