import type { AgenciesTables } from '#modules/agencies'
import { serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { openPlace } from './openAuthority.ts'
import type { Place } from './place.ts'

/** Adds the one worker that a new authority begins with; the importer may add workers, and it is audited as such. */
export async function addFirstAdministrator(
  place: Place,
  administrator: { readonly name: string; readonly subject: string; readonly email: string | null },
): Promise<void> {
  const database = openPlace(place, 1)
  try {
    await database.as(serviceActor('importer'), 'init', async work => {
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
    })
  } finally {
    await database.close()
  }
}
