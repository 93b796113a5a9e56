import type { AgenciesTables } from '#modules/agencies'
import type { CaseworkTables } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { FamilyNeed, Strand } from '../../rules/strand.ts'
import type { FamilySafeguardingTables } from '../../tables.ts'

type Tables = FamilySafeguardingTables & AgenciesTables

const strandRows = (work: Work) =>
  work
    .db<Tables>()
    .selectFrom('strand')
    .leftJoin('worker', 'worker.id', 'strand.worker_id')
    .selectAll('strand')
    .select('worker.display_name')
    .orderBy('strand.offered_on')
    .orderBy('strand.id')

type Row = Awaited<ReturnType<ReturnType<typeof strandRows>['execute']>>[number]

const asStrand = (row: Row): Strand => ({
  id: row.id,
  workbookId: row.workbook_id,
  familyId: row.family_id,
  teamId: row.team_id,
  personId: row.person_id,
  needKind: row.need_kind,
  needNotedOn: row.need_noted_on,
  discipline: row.discipline,
  worksWith: row.works_with,
  workerId: row.worker_id,
  workerName: row.display_name,
  aim: row.aim,
  offeredOn: row.offered_on,
  answer: row.answer,
  answeredOn: row.answered_on,
  firstContactOn: row.first_contact_on,
  endedOn: row.ended_on,
  endReason: row.end_reason,
  whyNobody: row.why_nobody,
  version: row.version,
})

/** Every strand of the family that the reader may see, ended ones too. */
export async function strandsOf(work: Work, familyId: Uuid): Promise<readonly Strand[]> {
  const rows = await strandRows(work).where('strand.family_id', '=', familyId).execute()
  return rows.map(asStrand)
}

/** One strand; null when absent or not the reader's to see. */
export async function strandById(work: Work, id: Uuid): Promise<Strand | null> {
  const row = await strandRows(work).where('strand.id', '=', id).executeTakeFirst()
  return row === undefined ? null : asStrand(row)
}

/** Needs of these people: a child's own, and those of adults that stand in a child's record. */
export async function needsOf(work: Work, personIds: readonly Uuid[]): Promise<readonly FamilyNeed[]> {
  if (personIds.length === 0) return []
  const rows = await work
    .db<CaseworkTables>()
    .selectFrom('need')
    .select(['person_id', 'adult_id', 'kind', 'noted_on', 'noted_by_discipline', 'met_on', 'no_help_reason'])
    .where('person_id', 'in', personIds)
    .orderBy('noted_on')
    .orderBy('id')
    .execute()
  return rows.map(row => ({
    personId: row.adult_id ?? row.person_id,
    kind: row.kind,
    notedOn: row.noted_on,
    notedBy: row.noted_by_discipline,
    metOn: row.met_on,
    noHelpReason: row.no_help_reason,
  }))
}
