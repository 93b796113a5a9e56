import { type AgenciesTables, ledTeams, posts } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { WorkforceTables } from '../../tables.ts'

export type Outcome = NonNullable<WorkforceTables['early_career']['outcome']>

/** Somebody's programme in their first years, as far as the reader may see it: their own, or of whom they manage. */
export type Programme = {
  readonly id: Uuid
  readonly workerId: Uuid
  readonly workerName: string
  readonly programme: string
  readonly year: number
  readonly startedOn: Temporal.PlainDate
  readonly expectedEnd: Temporal.PlainDate
  readonly protectedHours: number
  readonly caseloadShare: number
  readonly assessedOn: Temporal.PlainDate | null
  readonly outcome: Outcome | null
}

/** Programmes that the reader may see, those that run first. */
export async function readProgrammes(work: Work): Promise<readonly Programme[]> {
  const rows = await work
    .db<AgenciesTables & WorkforceTables>()
    .selectFrom('early_career as career')
    .innerJoin('worker', 'worker.id', 'career.worker_id')
    .selectAll('career')
    .select('worker.display_name')
    .orderBy('career.assessed_on', order => order.desc().nullsFirst())
    .orderBy('career.started_on')
    .orderBy('career.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    workerId: row.worker_id,
    workerName: row.display_name,
    programme: row.programme,
    year: row.year,
    startedOn: row.started_on,
    expectedEnd: row.expected_end,
    protectedHours: row.protected_hours,
    caseloadShare: row.caseload_share,
    assessedOn: row.assessed_on,
    outcome: row.outcome,
  }))
}

/** Whom the acting person manages or leads today, by name; a director leads the service leaders. Nobody manages themself. */
export async function ownLine(work: Work): Promise<ReadonlyMap<Uuid, string>> {
  const { id, class: actorClass } = work.actor
  const teamIds = (await ledTeams(work, id)).map(team => team.id)
  const inTeams = teamIds.length === 0 ? [] : await posts(work, { teamIds })
  const leaders =
    actorClass === 'director' ? (await posts(work)).filter(({ role }) => role === 'service_leader') : []
  return new Map(
    [...inTeams, ...leaders]
      .filter(({ workerId }) => workerId !== id)
      .map(({ workerId, workerName }) => [workerId, workerName]),
  )
}
