import { sql } from 'kysely'
import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FamilySafeguardingTables } from '../../tables.ts'

export type Workbook = {
  readonly id: Uuid
  readonly familyId: Uuid
  readonly teamId: Uuid
  readonly teamName: string
  readonly openedOn: Temporal.PlainDate
  readonly version: number
}

/** The workbook that is open for the family; a family has one at a time. */
export async function openWorkbook(work: Work, familyId: Uuid): Promise<Workbook | null> {
  const row = await work
    .db<FamilySafeguardingTables & AgenciesTables>()
    .selectFrom('workbook')
    .innerJoin('team', 'team.id', 'workbook.team_id')
    .select(['workbook.id', 'workbook.team_id', 'team.name', 'workbook.opened_on', 'workbook.version'])
    .where('workbook.family_id', '=', familyId)
    .where('workbook.closed_on', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return null
  const { id, team_id: teamId, name: teamName, opened_on: openedOn, version } = row
  return { id, familyId, teamId, teamName, openedOn, version }
}

/** Whether the acting person holds the case of a child of the family: today's answer, whatever is shown. */
export async function keepsWorkbook(work: Work, familyId: Uuid): Promise<boolean> {
  if (work.actor.class !== 'practitioner' && work.actor.class !== 'duty') return false
  const { rows } = await sql<{
    keeps: boolean
  }>`select access.keeps_workbook(${familyId}::uuid) as keeps`.execute(work.db())
  return rows[0]?.keeps ?? false
}
