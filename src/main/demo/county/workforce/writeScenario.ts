import { saveScenario } from '#modules/workforce'
import type { Database } from '#platform/db'
import type { County } from '../county.ts'

/** Eight workers and three leaders worked out from the county as it stands, as its director would. */
export async function writeScenario(database: Database, county: County): Promise<void> {
  const director = county.personas.get('director')
  if (director === undefined) return
  await database.as({ id: director.id, class: 'director' }, 'demo', work =>
    saveScenario(work, {
      name: 'Eight workers and three leaders',
      workers: 8,
      leaders: 3,
      workerCost: 42_000,
      leaderCost: 42_000,
      otherCost: 0,
      split: 3,
    }),
  )
}
