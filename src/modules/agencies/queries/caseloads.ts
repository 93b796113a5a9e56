import { sql } from 'kysely'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { readSetting } from '../settings/readSetting.ts'

/** How many children a worker holds: as lead, and in any role. */
export type Caseload = { readonly led: number; readonly held: number }

/** What is held for a team on a day, and the capacity that holds it: of one worker, or (workerId null) of the team. */
export type CaseloadRow = {
  readonly day: Temporal.PlainDate
  readonly teamId: Uuid
  readonly workerId: Uuid | null
  readonly led: number
  readonly coWorked: number
  readonly chaired: number
  readonly families: number
  readonly coFamilies: number
  /** Full-time equivalent of the case-holding posts. */
  readonly fte: number
  /** What the authority's rule makes of it; null where it would tell the reader of one colleague's absence or programme. */
  readonly counted: number | null
}

/**
 * Caseloads on each of these days, also of children whom the asker may not see; nobody restricted is counted. At a past
 * moment: as the record stood then.
 * @param workerIds only of these workers, without the rows of whole teams
 */
export const caseloadsOn = (
  work: Work,
  days: readonly Temporal.PlainDate[],
  workerIds: readonly Uuid[] | null = null,
): Promise<readonly CaseloadRow[]> => counted(work, days, { workerIds, teamsOnly: false })

/**
 * The same of whole teams alone.
 * @param byFamily false where nobody asks how many families: none are counted then, and what is kept of each month answers (`0103_kept_caseload.sql`)
 */
export const teamCaseloadsOn = (
  work: Work,
  days: readonly Temporal.PlainDate[],
  byFamily: boolean,
): Promise<readonly CaseloadRow[]> =>
  byFamily || work.knownAt !== null
    ? counted(work, days, { workerIds: null, teamsOnly: true })
    : kept(work, days)

type Asked = {
  readonly workerIds: readonly Uuid[] | null
  readonly teamsOnly: boolean
}

async function counted(
  work: Work,
  days: readonly Temporal.PlainDate[],
  { workerIds, teamsOnly }: Asked,
): Promise<readonly CaseloadRow[]> {
  const { rows } = await sql<Row>`
    select day, team_id, worker_id, led, co_worked, chaired, families, co_families, fte::float8 as fte, counted::float8 as counted
    from access.caseload_on(${await byRule(work, days)}, ${workerIds === null ? null : [...workerIds]}::uuid[], ${teamsOnly})`.execute(
    work.db(),
  )
  return rows.map(rowOf)
}

async function kept(work: Work, days: readonly Temporal.PlainDate[]): Promise<readonly CaseloadRow[]> {
  const { rows } = await sql<Row>`
    select day, team_id, null::uuid as worker_id, led, co_worked, chaired, 0 as families, 0 as co_families, fte::float8 as fte,
      counted::float8 as counted
    from access.team_caseload_on(${await byRule(work, days)})`.execute(work.db())
  return rows.map(rowOf)
}

/** What both ways of counting ask first: the days, and what the authority counts as capacity. */
async function byRule(work: Work, days: readonly Temporal.PlainDate[]) {
  const rule = await readSetting(work, 'caseload.rule')
  return sql`${days.map(String)}::date[], ${Math.round(rule.leaveDays)}::integer, ${rule.agencyCounts === 'yes'},
    ${rule.earlyCareerReduces === 'yes'}`
}

const rowOf = ({ team_id, worker_id, co_worked, co_families, ...row }: Row): CaseloadRow => ({
  ...row,
  teamId: team_id,
  workerId: worker_id,
  coWorked: co_worked,
  coFamilies: co_families,
})

type Row = Omit<CaseloadRow, 'teamId' | 'workerId' | 'coWorked' | 'coFamilies'> & {
  readonly team_id: Uuid
  readonly worker_id: Uuid | null
  readonly co_worked: number
  readonly co_families: number
}

/** Numbers of children held by workers today, in all their teams. Workers who hold no child are left out. */
export async function caseloads(
  work: Work,
  workerIds: readonly Uuid[],
): Promise<ReadonlyMap<Uuid, Caseload>> {
  const loads = new Map<Uuid, Caseload>()
  if (workerIds.length === 0) return loads
  for (const { workerId, led, coWorked, chaired } of await caseloadsOn(work, [work.today], workerIds)) {
    if (workerId === null || led + coWorked + chaired === 0) continue
    const before = loads.get(workerId) ?? { led: 0, held: 0 }
    loads.set(workerId, { led: before.led + led, held: before.held + led + coWorked + chaired })
  }
  return loads
}
