import { readOnce, type Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'

export type PostRole = AgenciesTables['post']['role']

/** A post that somebody holds. */
export type Post = {
  readonly id: Uuid
  readonly workerId: Uuid
  readonly workerName: string
  readonly teamId: Uuid | null
  readonly teamName: string | null
  readonly areaId: Uuid | null
  readonly areaName: string | null
  readonly role: PostRole
  /** Full-time equivalent, above 0 and at most 1. */
  readonly fte: number
  readonly holdsCases: boolean
  readonly startedOn: Temporal.PlainDate
  readonly endedOn: Temporal.PlainDate | null
}

/**
 * Posts held today by people who have not left, by name of worker.
 * @param filter narrows to workers, teams or one area; `past` takes in posts that have ended or not begun
 */
export async function posts(
  work: Work,
  filter: {
    readonly workerIds?: readonly Uuid[]
    readonly teamIds?: readonly Uuid[]
    readonly past?: boolean
  } = {},
): Promise<readonly Post[]> {
  let query = postRows(work).orderBy('worker.display_name').orderBy('post.started_on').orderBy('post.id')
  const { workerIds, teamIds, past } = filter
  if (workerIds) query = query.where(eb => eb('post.worker_id', '=', eb.fn.any(eb.val([...workerIds]))))
  if (teamIds) query = query.where(eb => eb('post.team_id', '=', eb.fn.any(eb.val([...teamIds]))))
  if (!past)
    query = query
      .where('post.started_on', '<=', work.today)
      .where(eb => eb.or([eb('post.ended_on', 'is', null), eb('post.ended_on', '>=', work.today)]))
      .where(eb => eb.or([eb('worker.left_at', 'is', null), eb('worker.left_at', '>', work.now)]))
  return (await query.execute()).map(asPost)
}

/** The posts that a worker holds today. */
export const postsOf = readOnce(
  (work: Work, workerId: Uuid): Promise<readonly Post[]> => posts(work, { workerIds: [workerId] }),
)

/** The roles that a worker holds today. */
export async function rolesOf(work: Work, workerId: Uuid): Promise<ReadonlySet<PostRole>> {
  return new Set((await postsOf(work, workerId)).map(post => post.role))
}

/** One post, or null. */
export async function post(work: Work, id: Uuid): Promise<Post | null> {
  const row = await postRows(work).where('post.id', '=', id).executeTakeFirst()
  return row ? asPost(row) : null
}

function postRows(work: Work) {
  return work
    .db<AgenciesTables>()
    .selectFrom('post')
    .innerJoin('worker', 'worker.id', 'post.worker_id')
    .leftJoin('team', 'team.id', 'post.team_id')
    .leftJoin('service_area as area', 'area.id', 'post.service_area_id')
    .select([
      'post.id',
      'post.worker_id',
      'worker.display_name',
      'post.team_id',
      'team.name as team_name',
      'post.service_area_id',
      'area.name as area_name',
      'post.role',
      'post.fte',
      'post.holds_cases',
      'post.started_on',
      'post.ended_on',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof postRows>['execute']>>[number]

function asPost(row: Row): Post {
  return {
    id: row.id,
    workerId: row.worker_id,
    workerName: row.display_name,
    teamId: row.team_id,
    teamName: row.team_name,
    areaId: row.service_area_id,
    areaName: row.area_name,
    role: row.role,
    fte: row.fte,
    holdsCases: row.holds_cases,
    startedOn: row.started_on,
    endedOn: row.ended_on,
  }
}
