import type { AgenciesTables } from '#modules/agencies'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { FamilySafeguardingTables } from '../../tables.ts'
import type { Workbook } from '../queries/workbookOf.ts'

/** The Family Safeguarding team that holds a child among these today; null where none does. */
export async function safeguardingTeamOf(work: Work, personIds: readonly Uuid[]): Promise<Uuid | null> {
  if (personIds.length === 0) return null
  const row = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('allocation')
    .innerJoin('team', 'team.id', 'allocation.team_id')
    .select('team.id')
    .where('allocation.person_id', 'in', personIds)
    .where('allocation.ended_on', 'is', null)
    .where('team.kind', '=', 'family_safeguarding')
    .orderBy('allocation.started_on')
    .orderBy('allocation.id')
    .limit(1)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Opens the family's workbook, for whoever holds the case; a second open one is refused by the database. */
export async function openWorkbookFor(work: Work, familyId: Uuid, teamId: Uuid): Promise<Uuid> {
  const id = makeUuid()
  await work
    .db<FamilySafeguardingTables>()
    .insertInto('workbook')
    .values({ id, family_id: familyId, team_id: teamId, opened_on: work.today })
    .execute()
  return id
}

/**
 * Closes a workbook, for whoever holds the case; its open strands end with it.
 * @returns stale where somebody changed it meanwhile
 */
export async function closeWorkbook(work: Work, { id, version }: Workbook): Promise<'closed' | 'stale'> {
  const db = work.db<FamilySafeguardingTables>()
  const { numUpdatedRows } = await db
    .updateTable('workbook')
    .set({ closed_on: work.today, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return 'stale'
  await db
    .updateTable('strand')
    .set(eb => ({ ended_on: work.today, end_reason: 'case_closed' as const, version: eb('version', '+', 1) }))
    .where('workbook_id', '=', id)
    .where('ended_on', 'is', null)
    .execute()
  return 'closed'
}
