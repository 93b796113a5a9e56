import { sql } from 'kysely'
import type { ServiceTables, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { covers } from '../queries/covers.ts'
import { post } from '../queries/posts.ts'

/** Longest cover, in days after the first. */
export const longestCover = 92

/** Who stands in for the holder of a post, and on which days. */
export type CoverWanted = {
  readonly postId: Uuid
  readonly workerId: Uuid
  readonly firstDay: Temporal.PlainDate
  readonly lastDay: Temporal.PlainDate
}

export type ArrangedCover =
  | { readonly outcome: 'arranged' }
  /** Somebody covers the post on some of these days already. */
  | { readonly outcome: 'covered_already' }
  /** The post is not the actor's to have covered, or the worker may not stand in on all of these days. */
  | { readonly outcome: 'not_found' }

/**
 * Lets somebody stand in for a manager or practitioner for some days: they hold a post of their own, which gives what the other's
 * gives, on those days alone. Both are told.
 */
export async function arrangeCover(work: Work, wanted: CoverWanted): Promise<ArrangedCover> {
  const { postId, workerId, firstDay, lastDay } = wanted
  await sql`select pg_advisory_xact_lock(hashtextextended(${postId}::uuid::text, 7308))`.execute(work.db())
  const standing = await covers(work, { postIds: [postId] })
  const overlaps = standing.some(
    one =>
      Temporal.PlainDate.compare(one.firstDay, lastDay) <= 0 &&
      Temporal.PlainDate.compare(firstDay, one.lastDay) <= 0,
  )
  if (overlaps) return { outcome: 'covered_already' }
  const { rows } = await sql<{ answer: 'arranged' | 'not_found' }>`
    select access.arrange_cover(${postId}, ${workerId}, ${firstDay}::date, ${lastDay}::date) as answer`.execute(
    work.db(),
  )
  if (rows[0]?.answer !== 'arranged') return { outcome: 'not_found' }
  await tellOfCover(work, workerId)
  const holder = await holderOf(work, postId)
  if (holder !== null) await tellOfCover(work, holder)
  return { outcome: 'arranged' }
}

/** Ends cover at once, or takes it back before it begins; for the two whom it concerns, and who arranges it. @returns false when it is not theirs */
export async function endCover(work: Work, coverId: Uuid): Promise<boolean> {
  const [cover] = (await covers(work)).filter(one => one.id === coverId)
  if (cover === undefined) return false
  const { rows } = await sql<{
    answer: 'ended' | 'not_found'
  }>`select access.end_cover(${coverId}) as answer`.execute(work.db())
  if (rows[0]?.answer !== 'ended') return false
  await tellOfCover(work, cover.holderId)
  await tellOfCover(work, cover.workerId)
  return true
}

async function holderOf(work: Work, postId: Uuid): Promise<Uuid | null> {
  return (await post(work, postId))?.workerId ?? null
}

async function tellOfCover(work: Work, workerId: Uuid): Promise<void> {
  if (workerId === work.actor.id) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values({ id: makeUuid(), worker_id: workerId, kind: 'cover', path: '/cover', made_by: work.actor.id })
    .execute()
}
