import type { ServiceTables, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { posts, postsOf } from '../queries/posts.ts'
import type { AgenciesTables } from '../tables.ts'

/**
 * Records that a worker leaves: their sessions end and their access with them. The managers of their teams are told at
 * once, since the children stay allocated until somebody gives them to another.
 * @param leftAt when; now when left out. In the future, they keep their access until then
 * @returns false when there is no such worker, or they have left already
 */
export async function recordLeaver(
  work: Work,
  workerId: Uuid,
  leftAt: Temporal.Instant = work.now,
): Promise<boolean> {
  const teamIds = (await postsOf(work, workerId)).flatMap(({ teamId }) => (teamId === null ? [] : [teamId]))
  const result = await work
    .db<AgenciesTables>()
    .updateTable('worker')
    .set({ left_at: leftAt })
    .where('id', '=', workerId)
    .where(eb => eb.or([eb('left_at', 'is', null), eb('left_at', '>', work.now)]))
    .executeTakeFirst()
  if (result.numUpdatedRows === 0n) return false
  const managers = (await posts(work, { teamIds })).filter(
    post => post.role === 'team_manager' && post.workerId !== workerId,
  )
  const db = work.db<ServiceTables>()
  if (managers.length > 0)
    await db
      .insertInto('app.notice')
      .values(
        managers.map(post => ({
          worker_id: post.workerId,
          kind: 'worker_left',
          path: `/teams/${post.teamId}/queue?holder=${workerId}`,
        })),
      )
      .execute()
  await db
    .insertInto('app.outbox')
    .values({ event: 'worker.left', body: JSON.stringify({ workerId, leftAt: leftAt.toString() }) })
    .execute()
  return true
}

/** Takes a leaver back who left by mistake or has returned. */
export async function recordReturn(work: Work, workerId: Uuid): Promise<void> {
  await work
    .db<AgenciesTables>()
    .updateTable('worker')
    .set({ left_at: null })
    .where('id', '=', workerId)
    .execute()
}
