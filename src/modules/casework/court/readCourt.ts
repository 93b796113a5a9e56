import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'
import type { CourtLine } from './courtLines.ts'

export type CourtChronology = {
  readonly id: Uuid
  readonly personIds: readonly Uuid[]
  readonly fromOn: Temporal.PlainDate
  readonly untilOn: Temporal.PlainDate
  readonly isFull: boolean
  readonly court: string | null
  readonly caseNumber: string | null
  readonly madeOn: Temporal.PlainDate
  readonly madeBy: string | null
  /** How often it was issued; 0 is a draft. */
  readonly issue: number
  readonly issuedOn: Temporal.PlainDate | null
  readonly version: number
}

/** Chronologies for court that name this child, the newest first. */
export async function courtChronologies(work: Work, personId: Uuid): Promise<readonly CourtChronology[]> {
  const rows = await selectCourt(work)
    .innerJoin('court_chronology_person as about', 'about.chronology_id', 'made.id')
    .where('about.person_id', '=', personId)
    .orderBy('made.id', 'desc')
    .execute()
  return rows.map(asCourt)
}

/** @returns the chronology, or null when absent or when one of its children is not the reader's to know of */
export async function courtChronology(work: Work, id: Uuid): Promise<CourtChronology | null> {
  const row = await selectCourt(work).where('made.id', '=', id).executeTakeFirst()
  return row === undefined ? null : asCourt(row)
}

const selectCourt = (work: Work) =>
  work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('court_chronology as made')
    .leftJoin('worker', 'worker.id', 'made.made_by')
    .select([
      'made.id',
      'made.person_ids',
      'made.from_on',
      'made.until_on',
      'made.is_full',
      'made.court',
      'made.case_number',
      'made.made_on',
      'made.issue',
      'made.issued_on',
      'made.version',
      'worker.display_name',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selectCourt>['execute']>>[number]

const asCourt = (row: Row): CourtChronology => ({
  id: row.id,
  personIds: row.person_ids,
  fromOn: row.from_on,
  untilOn: row.until_on,
  isFull: row.is_full,
  court: row.court,
  caseNumber: row.case_number,
  madeOn: row.made_on,
  madeBy: row.display_name,
  issue: row.issue,
  issuedOn: row.issued_on,
  version: row.version,
})

/** Every line of a chronology, hidden and merged ones too, oldest first. */
export async function courtLines(work: Work, chronologyId: Uuid): Promise<readonly CourtLine[]> {
  const rows = await work
    .db<CaseworkTables & AgenciesTables>()
    .selectFrom('court_chronology_line as line')
    .leftJoin('worker', 'worker.id', 'line.curated_by')
    .select([
      'line.id',
      'line.person_ids',
      'line.happened_on',
      'line.event',
      'line.said_by',
      'line.source',
      'line.is_other_agency',
      'line.impact',
      'line.action',
      'line.source_path',
      'line.source_event',
      'line.is_hidden',
      'line.hidden_reason',
      'line.merged_into',
      'line.curated_at',
      'line.version',
      'worker.display_name',
    ])
    .where('line.chronology_id', '=', chronologyId)
    .orderBy('line.happened_on')
    .orderBy('line.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    personIds: row.person_ids,
    on: row.happened_on,
    event: row.event,
    saidBy: row.said_by,
    source: row.source,
    isOtherAgency: row.is_other_agency,
    impact: row.impact,
    action: row.action,
    sourcePath: row.source_path,
    sourceEvent: row.source_event,
    isHidden: row.is_hidden,
    hiddenReason: row.hidden_reason,
    mergedInto: row.merged_into,
    curatedBy: row.display_name,
    curatedAt: row.curated_at,
    version: row.version,
  }))
}
