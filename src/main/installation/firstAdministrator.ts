import { type AgenciesTables, countWorkers } from '#modules/agencies'
import { serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { openPlace } from './openAuthority.ts'
import type { Place } from './place.ts'

/** Who administers a new authority: their name, what the identity provider calls them, where notices go. */
export type Administrator = {
  readonly name: string
  readonly subject: string
  readonly email: string | null
}

/**
 * Adds the one worker that a new authority begins with; the importer may add workers, and it is audited as such.
 * @returns false, and adds nobody, where there are workers already
 */
export async function addFirstAdministrator(place: Place, administrator: Administrator): Promise<boolean> {
  const database = openPlace(place, 1)
  try {
    return await database.as(serviceActor('importer'), 'init', async work => {
      if ((await countWorkers(work, {})) > 0) return false
      const worker = makeUuid()
      const db = work.db<AgenciesTables>()
      await db
        .insertInto('worker')
        .values({
          id: worker,
          display_name: administrator.name,
          email: administrator.email,
          sign_in_subject: administrator.subject,
          class: 'administrator',
          started_on: work.today,
        })
        .execute()
      await db
        .insertInto('post')
        .values({ worker_id: worker, role: 'administrator', started_on: work.today })
        .execute()
      return true
    })
  } finally {
    await database.close()
  }
}
