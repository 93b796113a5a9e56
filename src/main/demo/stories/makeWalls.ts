import { sql } from 'kysely'
import type { Database } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** A wall that a story leaves to be raised by whoever holds the case, once access is in line. */
export type WallStory = {
  readonly from: Uuid
  readonly protects: readonly Uuid[]
  readonly reason: string
  readonly by: Uuid
}

/** Raises it by the service’s own command, as that worker. */
export async function makeWall(database: Database, { from, protects, reason, by }: WallStory): Promise<void> {
  await database.as({ id: by, class: 'practitioner' }, 'demo', work =>
    sql`select access.make_wall(${from}::uuid, ${[...protects]}::uuid[], ${reason})`.execute(work.db()),
  )
}
