import { sql } from 'kysely'
import { restrictionOf } from '#modules/access'
import type { Work } from '#platform/db'
import type { Reply, Route, ServiceModule } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'

/** @returns where the record of this id stands, as known at the instant of the page; null when it was not merged or is not the reader's */
export async function mergedInto(work: Work, personId: Uuid): Promise<Uuid | null> {
  const { rows } = await sql<{ id: Uuid | null }>`select access.merged_into(${personId}) as id`.execute(
    work.db(),
  )
  return rows[0]?.id ?? null
}

/** Every id whose record was merged into this one, one merge after another; those alone whose merges the reader may see. */
export async function mergedIdsOf(work: Work, personId: Uuid): Promise<readonly Uuid[]> {
  const { rows } = await sql<{ id: Uuid }>`
    with recursive down as (
      select merged_id as id from merge where survivor_id = ${personId} and merged_at is not null and undone_at is null
      union select m.merged_id from down join merge m on m.survivor_id = down.id where m.merged_at is not null and m.undone_at is null)
    select id from down order by id`.execute(work.db())
  return rows.map(({ id }) => id)
}

/**
 * The same module, in which a page of a merged record leads to the record it was merged into. Nothing is written to a merged record:
 * a form that was open when it was merged leads there too, and says so.
 */
export const followMerges = (module: ServiceModule): ServiceModule => ({
  ...module,
  routes: module.routes.map(route => (route.url.startsWith('/people/:personId') ? following(route) : route)),
})

const following = (route: Route): Route => ({
  ...route,
  async handle(visit): Promise<Reply> {
    const personId = parseUuid((visit.params as { personId?: string }).personId ?? '') // the route's address has it
    const survivor = personId && (await mergedInto(visit.work, personId))
    if (!personId || !survivor) return await route.handle(visit)
    // The list of a merged record goes on keeping people out: its members must be able to change and end it.
    const isOfList = route.url.startsWith('/people/:personId/restriction')
    if (isOfList && (await restrictionOf(visit.work, personId)) !== null) return await route.handle(visit)
    if (route.method === 'GET')
      return {
        kind: 'redirect',
        location: visit.path.replace(personId, survivor),
        success: 'The record you asked for was merged into this one',
      }
    return {
      kind: 'redirect',
      location: `/people/${survivor}`,
      success:
        'The record you wrote to was merged into this one while you wrote. What you sent was not kept: write it here',
    }
  },
})
