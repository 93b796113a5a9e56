import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Wall } from '../queries/walls.ts'

/** Raises a wall before one person around others, for whoever writes the safety data of all of those. */
export async function makeWall(
  work: Work,
  fromId: Uuid,
  protectedIds: readonly Uuid[],
  reason: string,
): Promise<void> {
  await sql`select access.make_wall(${fromId}::uuid, ${[...protectedIds]}::uuid[], ${reason})`.execute(
    work.db(),
  )
  await auditWall(work, 'raise_wall', protectedIds)
}

/** @returns false when it is not theirs to end: somebody else than its maker, who directs the case of all behind it */
export async function endWall(
  work: Work,
  wall: Pick<Wall, 'id' | 'protectedIds'>,
  reason: string,
): Promise<boolean> {
  const { rows } = await sql<{
    ended: boolean
  }>`select access.end_wall(${wall.id}::uuid, ${reason}) as ended`.execute(work.db())
  const isEnded = rows[0]?.ended === true
  if (isEnded) await auditWall(work, 'end_wall', wall.protectedIds)
  return isEnded
}

/** An act on the access to those behind it; who works with the person before it is told nothing by the audit of that person. */
async function auditWall(
  work: Work,
  action: 'raise_wall' | 'end_wall',
  personIds: readonly Uuid[],
): Promise<void> {
  await sql`insert into audit.entry (actor_id, action, resource, subject_ids)
    values (${work.actor.id}, ${action}, 'access', ${[...personIds]}::uuid[])`.execute(work.db())
}
