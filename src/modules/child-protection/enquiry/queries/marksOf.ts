import type { AgenciesTables } from '#modules/agencies'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { MarkKind } from '../body-map/markWords.ts'

/** A mark as somebody saw it. Its number is that of the mark it corrects, for as long as the body map stands. */
export type Mark = {
  readonly id: Uuid
  readonly number: number
  readonly enquiryId: Uuid | null
  readonly view: string
  readonly region: string
  readonly x: number | null
  readonly y: number | null
  readonly kind: MarkKind
  readonly site: string | null
  readonly lengthMm: number | null
  readonly widthMm: number | null
  readonly shape: string | null
  readonly colour: string | null
  readonly noticed: readonly string[]
  readonly isMobile: boolean | null
  readonly seenBy: string
  readonly seenAt: Temporal.Instant
  readonly childWords: string | null
  readonly explanation: string | null
  readonly explainedBy: string | null
  readonly correctsId: Uuid | null
  readonly correctionReason: string | null
  /** The correction says that there is no such mark. */
  readonly isWithdrawn: boolean
  readonly recordedBy: string | null
  readonly recordedAt: Temporal.Instant
  /** The row that corrects this one. */
  readonly correctedBy: Uuid | null
}

/** Every mark ever recorded of this child, in the order in which they were, corrected ones and corrections alike. */
export async function marksOf(work: Work, personId: Uuid): Promise<readonly Mark[]> {
  const rows = await work
    .db<ChildProtectionTables & AgenciesTables>()
    .selectFrom('body_map_mark as mark')
    .leftJoin('worker', 'worker.id', 'mark.recorder_id')
    .select([
      'mark.id',
      'mark.enquiry_id',
      'mark.view',
      'mark.region',
      'mark.x',
      'mark.y',
      'mark.kind',
      'mark.site',
      'mark.length_mm',
      'mark.width_mm',
      'mark.shape',
      'mark.colour',
      'mark.noticed',
      'mark.is_mobile',
      'mark.seen_by',
      'mark.seen_at',
      'mark.child_words',
      'mark.explanation',
      'mark.explained_by',
      'mark.corrects_id',
      'mark.correction_reason',
      'mark.is_withdrawn',
      'mark.recorded_from',
      'worker.display_name',
    ])
    .where('mark.person_id', '=', personId)
    .orderBy('mark.recorded_from')
    .orderBy('mark.id')
    .execute()
  const correctedBy = new Map(
    rows.flatMap(row => (row.corrects_id ? [[row.corrects_id, row.id] as const] : [])),
  )
  const numbers = numbersOf(rows.map(row => ({ id: row.id, correctsId: row.corrects_id })))
  return rows.map(row => ({
    id: row.id,
    number: numbers.get(row.id) ?? 0,
    enquiryId: row.enquiry_id,
    view: row.view,
    region: row.region,
    x: row.x,
    y: row.y,
    kind: row.kind,
    site: row.site,
    lengthMm: row.length_mm,
    widthMm: row.width_mm,
    shape: row.shape,
    colour: row.colour,
    noticed: row.noticed,
    isMobile: row.is_mobile,
    seenBy: row.seen_by,
    seenAt: row.seen_at,
    childWords: row.child_words,
    explanation: row.explanation,
    explainedBy: row.explained_by,
    correctsId: row.corrects_id,
    correctionReason: row.correction_reason,
    isWithdrawn: row.is_withdrawn,
    recordedBy: row.display_name,
    recordedAt: row.recorded_from,
    correctedBy: correctedBy.get(row.id) ?? null,
  }))
}

/** Marks count from 1 in the order in which they were recorded; a correction has the number of what it corrects. */
function numbersOf(
  rows: readonly { readonly id: Uuid; readonly correctsId: Uuid | null }[],
): ReadonlyMap<Uuid, number> {
  const numbers = new Map<Uuid, number>()
  let last = 0
  for (const { id, correctsId } of rows) {
    const number = correctsId === null ? undefined : numbers.get(correctsId)
    if (number === undefined) last += 1
    numbers.set(id, number ?? last)
  }
  return numbers
}

/** Marks that stand: neither corrected nor withdrawn. */
export const standing = (marks: readonly Mark[]): readonly Mark[] =>
  marks.filter(({ correctedBy, isWithdrawn }) => correctedBy === null && !isWithdrawn)
