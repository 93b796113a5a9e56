import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { MigrationTables } from '../tables.ts'

/** What one run knows of itself. Its row is written with the first thing that it changes, or when it ends. */
export type Run = {
  readonly id: Uuid
  readonly kind: 'cin_census' | 'allocations'
  readonly sha256: string
  authorityCode: string | null
  censusYear: number | null
  referenceOn: Temporal.PlainDate | null
  asAt: Temporal.PlainDate | null
  isWritten: boolean
}

export const newRun = (kind: Run['kind'], sha256: string): Run => ({
  id: makeUuid(),
  kind,
  sha256,
  authorityCode: null,
  censusYear: null,
  referenceOn: null,
  asAt: null,
  isWritten: false,
})

/** Writes the run's row unless an earlier transaction has. Set `isWritten` once this one is committed. */
export async function beginRun(work: Work, run: Run): Promise<void> {
  if (run.isWritten) return
  await work
    .db<MigrationTables>()
    .insertInto('import_run')
    .values(columnsOf(run))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Writes the run's counts: the end of it. */
export async function endRun(work: Work, run: Run, counts: object): Promise<void> {
  const ending = { finished_at: work.now, counts: JSON.stringify(counts) }
  const db = work.db<MigrationTables>()
  if (run.isWritten) await db.updateTable('import_run').set(ending).where('id', '=', run.id).execute()
  else
    await db
      .insertInto('import_run')
      .values({ ...columnsOf(run), ...ending })
      .execute()
}

const columnsOf = (run: Run) => ({
  id: run.id,
  kind: run.kind,
  file_sha256: run.sha256,
  authority_code: run.authorityCode,
  census_year: run.censusYear,
  reference_on: run.referenceOn,
  as_at: run.asAt,
})

/** Whether this very file was read to its end before. */
export async function wasReadBefore(work: Work, sha256: string): Promise<boolean> {
  const row = await work
    .db<MigrationTables>()
    .selectFrom('import_run')
    .select('id')
    .where('file_sha256', '=', sha256)
    .where('finished_at', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The team in whose queue imported children stand. `isMissing`: it was not there; `isMade`: it is now, committed. */
export type DutyTeam = {
  readonly id: Uuid
  readonly name: string
  readonly isMissing: boolean
  isMade: boolean
}

/**
 * The team named, else the duty team, else the front door, else one to be made.
 * @returns null when a team was named that is not there
 */
export async function findDutyTeam(work: Work, named: string | null): Promise<DutyTeam | null> {
  const teams = await work
    .db<AgenciesTables>()
    .selectFrom('team')
    .select(['id', 'name', 'kind', 'ended_on'])
    .orderBy('name')
    .execute()
  const isLive = (ended: Temporal.PlainDate | null) =>
    ended === null || Temporal.PlainDate.compare(ended, work.today) > 0
  const live = teams.filter(team => isLive(team.ended_on))
  const found =
    named === null
      ? await staffedFirst(work, live)
      : live.find(team => team.name.toLowerCase() === named.trim().toLowerCase())
  if (found) return { id: found.id, name: found.name, isMissing: false, isMade: true }
  if (named !== null) return null
  const name = teams.some(team => team.name === 'Duty team') ? 'Duty team for imports' : 'Duty team'
  return { id: makeUuid(), name, isMissing: true, isMade: false }
}

/** The first front door or duty team in which somebody may open what waits in its queue; without such, the first of them. */
async function staffedFirst<T extends { readonly id: Uuid; readonly kind: string }>(
  work: Work,
  teams: readonly T[],
): Promise<T | undefined> {
  const candidates = [...teams.filter(isOf('front_door')), ...teams.filter(isOf('duty'))]
  const staffed = await work
    .db<AgenciesTables>()
    .selectFrom('post')
    .select('team_id')
    .where('role', 'in', ['social_worker', 'senior_social_worker', 'team_manager', 'duty_manager'])
    .where(eb => eb.or([eb('ended_on', 'is', null), eb('ended_on', '>=', work.today)]))
    .execute()
  const ids = new Set(staffed.map(({ team_id }) => team_id))
  return candidates.find(({ id }) => ids.has(id)) ?? candidates[0]
}

const isOf = (kind: string) => (team: { readonly kind: string }) => team.kind === kind

/** Makes the duty team that was missing; done once however many ask. */
export async function makeDutyTeam(work: Work, team: DutyTeam): Promise<void> {
  await work
    .db<AgenciesTables>()
    .insertInto('team')
    .values({ id: team.id, name: team.name, kind: 'duty' })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
