import { type AgenciesTables, readSetting } from '#modules/agencies'
import { managersOf } from '#modules/casework'
import type { ServiceTables, Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { hasPlan } from '../queries/hasPlan.ts'
import { missingOf } from '../queries/missingOf.ts'
import { countWithin, REPEATED } from '../rules/episode.ts'

/**
 * Tells the managers of the teams that hold the child, or the duty managers where nobody does, when a child with a plan is away, and
 * at each absence from the third on within the authority's days.
 */
export async function tellManagers(work: Work, personId: Uuid, episodeId: Uuid): Promise<void> {
  const { episodes } = await missingOf(work, [personId])
  const episode = episodes.find(({ id }) => id === episodeId)
  if (episode === undefined) return
  const isRepeated = countWithin(episode, episodes, await readSetting(work, 'missing.days')) >= REPEATED
  if (!isRepeated && !(await hasPlan(work, personId))) return
  const holding = await managersOf(work, personId)
  const managers = holding.length > 0 ? holding : await dutyManagers(work)
  if (managers.length === 0) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values(
      managers.map(workerId => ({
        worker_id: workerId,
        kind: isRepeated ? 'missing_repeated' : 'missing_with_plan',
        path: `/people/${personId}/missing/${episodeId}`,
        subject_id: personId,
        made_by: work.actor.id,
      })),
    )
    .execute()
}

async function dutyManagers(work: Work): Promise<readonly Uuid[]> {
  const rows = await work
    .db<AgenciesTables>()
    .selectFrom('post')
    .select('worker_id')
    .distinct()
    .where('role', '=', 'duty_manager')
    .where('started_on', '<=', work.today)
    .where(({ eb, or }) => or([eb('ended_on', 'is', null), eb('ended_on', '>=', work.today)]))
    .where('worker_id', '<>', work.actor.id)
    .execute()
  return rows.map(row => row.worker_id)
}
