import { sql } from 'kysely'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { PeopleTables } from '../tables.ts'

/** Most letters of a search text. */
export const longestSearchText = 200

/**
 * Keeps what was typed for a day, for the acting person alone, so that the address of the results holds an id and no
 * name. Clears what they searched for before that.
 */
export async function keepSearchText(work: Work, words: string): Promise<Uuid> {
  const db = work.db<PeopleTables>()
  await db
    .deleteFrom('app.search_text')
    .where('actor_id', '=', work.actor.id)
    .where('made_at', '<', sql<Temporal.Instant>`now() - interval '1 day'`)
    .execute()
  const id = makeUuid()
  await db
    .insertInto('app.search_text')
    .values({ id, actor_id: work.actor.id, words: words.slice(0, longestSearchText) })
    .execute()
  return id
}

/** @returns what the acting person typed under this id, or null when it was another's or is no longer kept */
export async function searchTextOf(work: Work, id: Uuid): Promise<string | null> {
  const row = await work
    .db<PeopleTables>()
    .selectFrom('app.search_text')
    .select('words')
    .where('id', '=', id)
    .where('actor_id', '=', work.actor.id)
    .executeTakeFirst()
  return row?.words ?? null
}
