import { sql } from 'kysely'
import { type Database, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'

/** The girl of the demo's stories who was recorded twice: LA child ids of the two records. */
export const TWICE = ['C100025', 'C100026'] as const
/** Entries that each of her two records is given. */
export const ENTRIES = 1000

/** Gives two records of one person a thousand entries each, so that joining them and printing them are long work. */
export async function lengthenRecords(database: Database): Promise<void> {
  await database.as(serviceActor('storyteller'), 'demo', async work => {
    for (const number of TWICE)
      await sql<{ id: Uuid }>`
        insert into significant_event (person_id, happened_on, description, impact)
        select i.person_id, ${work.today.subtract({ days: ENTRIES }).toString()}::date + n,
          'The school telephoned about the morning: ' || n || ' minutes late and no breakfast again',
          'Tired until noon, and quiet in the afternoon'
        from person_identifier i, generate_series(1, ${ENTRIES}::int) n
        where i.kind = 'la_child_id' and i.value = ${number}`.execute(work.db())
  })
}
