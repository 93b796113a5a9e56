import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { WorkforceTables } from '../../tables.ts'
import { readBasis } from '../queries/readScenarios.ts'
import type { Chosen } from '../rules/scenario.ts'

/** What a scenario adds; the most pressed teams are those that become two. */
export type WantedScenario = Omit<Chosen, 'splits'> & { readonly name: string; readonly split: number }

/** Saves a scenario that begins with today's children and posts. @returns its id */
export async function saveScenario(work: Work, { name, split, ...added }: WantedScenario): Promise<Uuid> {
  const basis = await readBasis(work)
  const splits = basis.teams.slice(0, split).map(({ id }) => id)
  const id = makeUuid()
  await work
    .db<WorkforceTables>()
    .insertInto('capacity_scenario')
    .values({
      id,
      name,
      basis_on: work.today,
      basis: JSON.stringify(basis),
      chosen: JSON.stringify({ ...added, splits }),
    })
    .execute()
  return id
}
