import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { AgenciesTables } from '../tables.ts'
import type { PostRole } from './posts.ts'

/** Somebody stands in for the holder of a post, on these days. */
export type Cover = {
  /** Of the cover's own post. */
  readonly id: Uuid
  readonly postId: Uuid
  readonly role: PostRole
  readonly teamId: Uuid | null
  readonly areaId: Uuid | null
  /** Name of the team or service area. */
  readonly placeName: string
  readonly holderId: Uuid
  readonly holderName: string
  readonly workerId: Uuid
  readonly workerName: string
  readonly firstDay: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate
}

/**
 * Cover that stands today or is to come, the soonest first.
 * @param filter `workerId`: who stands in; `holderId`: for whom; `postIds`: of these posts
 */
export async function covers(
  work: Work,
  filter: { readonly workerId?: Uuid; readonly holderId?: Uuid; readonly postIds?: readonly Uuid[] } = {},
): Promise<readonly Cover[]> {
  let query = work
    .db<AgenciesTables>()
    .selectFrom('post as cover')
    .innerJoin('post as held', 'held.id', 'cover.covers_post_id')
    .innerJoin('worker as stand_in', 'stand_in.id', 'cover.worker_id')
    .innerJoin('worker as holder', 'holder.id', 'held.worker_id')
    .leftJoin('team', 'team.id', 'cover.team_id')
    .leftJoin('service_area as area', 'area.id', 'cover.service_area_id')
    .select([
      'cover.id',
      'held.id as post_id',
      'cover.role',
      'cover.team_id',
      'cover.service_area_id',
      'team.name as team_name',
      'area.name as area_name',
      'holder.id as holder_id',
      'holder.display_name as holder_name',
      'stand_in.id as worker_id',
      'stand_in.display_name as worker_name',
      'cover.started_on',
      'cover.ended_on',
    ])
    .where('cover.ended_on', '>=', work.today)
    .whereRef('cover.ended_on', '>=', 'cover.started_on')
    .orderBy('cover.started_on')
    .orderBy('cover.id')
  const { workerId, holderId, postIds } = filter
  if (workerId) query = query.where('stand_in.id', '=', workerId)
  if (holderId) query = query.where('holder.id', '=', holderId)
  if (postIds) query = query.where(eb => eb('held.id', '=', eb.fn.any(eb.val([...postIds]))))
  return (await query.execute()).map(row => ({
    id: row.id,
    postId: row.post_id,
    role: row.role,
    teamId: row.team_id,
    areaId: row.service_area_id,
    placeName: row.team_name ?? row.area_name ?? '',
    holderId: row.holder_id,
    holderName: row.holder_name,
    workerId: row.worker_id,
    workerName: row.worker_name,
    firstDay: row.started_on,
    lastDay: row.ended_on ?? row.started_on, // cover always has a last day: it is looked for by it above
  }))
}

/** Whether a cover stands on this day. */
export const coversOn = (cover: Pick<Cover, 'firstDay' | 'lastDay'>, day: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(cover.firstDay, day) <= 0 && Temporal.PlainDate.compare(day, cover.lastDay) <= 0
