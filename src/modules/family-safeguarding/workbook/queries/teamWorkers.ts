import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { Discipline } from '../../rules/words.ts'

export type TeamWorker = { readonly id: Uuid; readonly name: string; readonly discipline: Discipline }

const disciplineOf: Readonly<Record<string, Discipline>> = {
  social_worker: 'social_work',
  senior_social_worker: 'social_work',
  team_manager: 'social_work',
  family_help_practitioner: 'family_support',
  mental_health_practitioner: 'mental_health',
  substance_misuse_practitioner: 'substance_misuse',
  domestic_abuse_practitioner: 'domestic_abuse',
}

/** Who holds a post of a discipline in the team today: whom a strand may be given to. */
export async function teamWorkers(work: Work, teamId: Uuid): Promise<readonly TeamWorker[]> {
  const rows = await work
    .db<AgenciesTables>()
    .selectFrom('post')
    .innerJoin('worker', 'worker.id', 'post.worker_id')
    .select(['worker.id', 'worker.display_name', 'post.role'])
    .where('post.team_id', '=', teamId)
    .where(
      'post.role',
      'in',
      Object.keys(disciplineOf) as (keyof typeof disciplineOf & AgenciesTables['post']['role'])[],
    ) // its own keys
    .where('post.started_on', '<=', work.today)
    .where(eb => eb.or([eb('post.ended_on', 'is', null), eb('post.ended_on', '>=', work.today)]))
    .where(eb => eb.or([eb('worker.left_at', 'is', null), eb('worker.left_at', '>', work.now)]))
    .orderBy('worker.display_name')
    .orderBy('worker.id')
    .execute()
  const found = new Map<string, TeamWorker>()
  for (const row of rows) {
    const discipline = disciplineOf[row.role]
    if (discipline !== undefined)
      found.set(`${row.id} ${discipline}`, { id: row.id, name: row.display_name, discipline })
  }
  return [...found.values()]
}
