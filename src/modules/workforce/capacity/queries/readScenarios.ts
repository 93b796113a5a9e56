import { posts, workerNames } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { readCaseload } from '../../caseload/queries/readCaseload.ts'
import { capacityOf, loadOf } from '../../caseload/rules/caseloadRule.ts'
import type { WorkforceTables } from '../../tables.ts'
import type { Basis, Chosen } from '../rules/scenario.ts'

/** A saved scenario: the numbers of its day, and what was chosen. */
export type Scenario = {
  readonly id: Uuid
  readonly name: string
  readonly basisOn: Temporal.PlainDate
  readonly basis: Basis
  readonly chosen: Chosen
  readonly madeBy: string | null
}

/** Today's children and posts by team, as a scenario begins with them. */
export async function readBasis(work: Work): Promise<Basis> {
  const { rule, teams } = await readCaseload(work, work.today)
  const leaders = (await posts(work)).filter(({ role }) => role === 'service_leader')
  return {
    limit: rule.limit,
    counts: rule.counts,
    leaders: new Set(leaders.map(({ workerId }) => workerId)).size,
    teams: teams.map(({ team, held }) => ({
      id: team.id,
      name: team.name,
      area: team.areaName,
      load: loadOf(held, rule),
      fte: capacityOf(held),
    })),
  }
}

/** Scenarios, the newest first. */
export async function readScenarios(work: Work, id?: Uuid): Promise<readonly Scenario[]> {
  let query = work
    .db<WorkforceTables>()
    .selectFrom('capacity_scenario')
    .select(['id', 'name', 'basis_on', 'basis', 'chosen', 'made_by'])
    .orderBy('basis_on', 'desc')
    .orderBy('id', 'desc')
  if (id !== undefined) query = query.where('id', '=', id)
  const rows = await query.execute()
  const names = await workerNames(work, [...new Set(rows.flatMap(({ made_by }) => made_by ?? []))])
  return rows.map(row => ({
    id: row.id,
    name: row.name,
    basisOn: row.basis_on,
    basis: row.basis as Basis, // as readBasis made it
    chosen: row.chosen as Chosen, // as its form made it
    madeBy: row.made_by === null ? null : (names.get(row.made_by) ?? null),
  }))
}
