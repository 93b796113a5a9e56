import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { chronologyOf } from '../queries/chronologyOf.ts'
import type { CaseworkTables } from '../tables.ts'
import { lineFrom } from './courtLines.ts'

export type NewCourtChronology = {
  readonly personIds: readonly Uuid[]
  readonly fromOn: Temporal.PlainDate
  readonly untilOn: Temporal.PlainDate
  readonly isFull: boolean
  readonly court: string | null
  readonly caseNumber: string | null
}

const BATCH = 200 // rows of one insert

/**
 * Makes a chronology for court: copies the lines of these children in that time, so that the document stays as it is while
 * the record goes on.
 * @throws by row-level security unless the actor may write the record of every child
 */
export async function makeCourtChronology(work: Work, wanted: NewCourtChronology): Promise<Uuid> {
  const id = makeUuid()
  const db = work.db<CaseworkTables>()
  const { personIds, fromOn, untilOn, isFull } = wanted
  await db
    .insertInto('court_chronology')
    .values({
      id,
      person_ids: [...personIds],
      from_on: fromOn,
      until_on: untilOn,
      is_full: isFull,
      court: wanted.court,
      case_number: wanted.caseNumber,
      made_on: work.today,
    })
    .execute()
  for (const person_id of personIds)
    await db
      .insertInto('court_chronology_person')
      .values({ id: makeUuid(), chronology_id: id, person_id })
      .execute()
  const { lines } = await chronologyOf(work, personIds, { isFull })
  const within = lines.filter(
    ({ on }) => Temporal.PlainDate.compare(on, fromOn) >= 0 && Temporal.PlainDate.compare(on, untilOn) <= 0,
  )
  const rows = within.map(lineFrom).map(line => ({
    id: makeUuid(),
    chronology_id: id,
    person_ids: [...line.personIds],
    happened_on: line.on,
    event: line.event,
    source: line.source,
    impact: line.impact,
    source_path: line.sourcePath,
    source_event: line.event,
  }))
  for (let from = 0; from < rows.length; from += BATCH)
    await db
      .insertInto('court_chronology_line')
      .values(rows.slice(from, from + BATCH))
      .execute()
  return id
}

/** How a line is worded for this document alone. */
export type CuratedLine = {
  readonly event: string
  readonly saidBy: string | null
  readonly source: string
  readonly isOtherAgency: boolean
  readonly impact: string | null
  readonly action: string | null
  readonly isHidden: boolean
  readonly hiddenReason: string | null
  readonly mergedInto: Uuid | null
}

/** Changes a line of the document; the entry it came from stays. @returns false when somebody changed it meanwhile */
export async function curateLine(
  work: Work,
  line: { readonly id: Uuid; readonly chronologyId: Uuid; readonly version: number },
  curated: CuratedLine,
): Promise<boolean> {
  const changed = await work
    .db<CaseworkTables>()
    .updateTable('court_chronology_line')
    .set(eb => ({
      event: curated.event,
      said_by: curated.saidBy,
      source: curated.source,
      is_other_agency: curated.isOtherAgency,
      impact: curated.impact,
      action: curated.action,
      is_hidden: curated.isHidden,
      hidden_reason: curated.hiddenReason,
      merged_into: curated.mergedInto,
      curated_by: work.actor.id,
      curated_at: work.now,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', line.id)
    .where('chronology_id', '=', line.chronologyId)
    .where('version', '=', line.version)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Adds a line that the record does not hold, such as another agency's own. */
export async function addCourtLine(
  work: Work,
  chronology: { readonly id: Uuid; readonly personIds: readonly Uuid[] },
  line: { readonly on: Temporal.PlainDate } & Pick<
    CuratedLine,
    'event' | 'saidBy' | 'source' | 'isOtherAgency' | 'impact' | 'action'
  >,
): Promise<void> {
  await work
    .db<CaseworkTables>()
    .insertInto('court_chronology_line')
    .values({
      id: makeUuid(),
      chronology_id: chronology.id,
      person_ids: [...chronology.personIds],
      happened_on: line.on,
      event: line.event,
      said_by: line.saidBy,
      source: line.source,
      is_other_agency: line.isOtherAgency,
      impact: line.impact,
      action: line.action,
      curated_by: work.actor.id,
      curated_at: work.now,
    })
    .execute()
}

/** Issues the document as it stands: its number goes up and stands on every page. @returns false when it changed meanwhile */
export async function issueCourtChronology(work: Work, id: Uuid, version: number): Promise<boolean> {
  const issued = await work
    .db<CaseworkTables>()
    .updateTable('court_chronology')
    .set(eb => ({
      issue: eb('issue', '+', 1),
      issued_on: work.today,
      issued_by: work.actor.id,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return issued.numUpdatedRows > 0n
}
