import type { AgenciesTables } from '#modules/agencies'
import type { ServiceTables, Work } from '#platform/db'
import type { CaseworkTables } from '../tables.ts'
import type { Letter } from './readLetters.ts'

/** Tells the managers of the teams that hold the child that a letter waits for two people. */
export async function tellOfHeldLetter(work: Work, letter: Pick<Letter, 'id' | 'personIds'>): Promise<void> {
  const [personId] = letter.personIds
  if (personId === undefined) return
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('allocation')
    .innerJoin('post', 'post.team_id', 'allocation.team_id')
    .select('post.worker_id')
    .distinct()
    .where('allocation.person_id', '=', personId)
    .where('allocation.started_on', '<=', work.today)
    .where(({ eb, or }) =>
      or([eb('allocation.ended_on', 'is', null), eb('allocation.ended_on', '>', work.today)]),
    )
    .where('post.role', '=', 'team_manager')
    .where('post.started_on', '<=', work.today)
    .where(({ eb, or }) => or([eb('post.ended_on', 'is', null), eb('post.ended_on', '>=', work.today)]))
    .where('post.worker_id', '<>', work.actor.id)
    .execute()
  if (rows.length === 0) return
  await work
    .db<ServiceTables>()
    .insertInto('app.notice')
    .values(
      rows.map(row => ({
        worker_id: row.worker_id,
        kind: 'letter_held',
        path: `/people/${personId}/letters/${letter.id}`,
        subject_id: personId,
        made_by: work.actor.id,
      })),
    )
    .execute()
}
