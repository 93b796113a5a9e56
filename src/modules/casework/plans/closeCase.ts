import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { readEpisodes } from '../registry/readEpisodes.ts'
import { registries } from '../registry/registries.ts'
import type { CaseworkTables } from '../tables.ts'

/** The end of a case. `reason`: of the census (N00103). */
export type CaseClosing = {
  readonly personId: Uuid
  readonly closedOn: Temporal.PlainDate
  readonly reason: string
}

/** The episode with its census reason, the tasks that nobody will do, and last who holds the child. */
export async function closeCase(work: Work, { personId, closedOn, reason }: CaseClosing): Promise<void> {
  const closer = registries.episodeCloser
  if (closer === null) throw new Error('No module closes episodes: register the front door')
  for (const episode of await readEpisodes(work, [personId]))
    if (episode.closedOn === null) await closer(work, { episodeId: episode.id, personId, closedOn, reason })
  const db = work.db<CaseworkTables>()
  await db
    .updateTable('task')
    .set({ done_on: work.today })
    .where('person_id', '=', personId)
    .where('done_on', 'is', null)
    .execute()
  await sql`update allocation set ended_on = greatest(started_on, ${work.today}::date), reason = 'closed'
    where person_id = ${personId} and ended_on is null`.execute(db)
}
