import type { Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import type { ChildProtectionTables } from '../../tables.ts'
import type { MarkKind, Noticed } from '../body-map/markWords.ts'

/** A mark as it is written down. */
export type MarkWanted = {
  readonly personId: Uuid
  /** The enquiry that goes on, when one does. */
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
  readonly noticed: readonly Noticed[]
  readonly isMobile: boolean | null
  readonly seenBy: string
  readonly seenAt: Temporal.Instant
  readonly childWords: string | null
  readonly explanation: string | null
  readonly explainedBy: string | null
  /** The mark that this one corrects, why, and whether there is no such mark at all. */
  readonly corrects: { readonly id: Uuid; readonly reason: string; readonly isWithdrawn: boolean } | null
}

/**
 * Writes a mark into the body map, for good: a correction stands beside what it corrects.
 * @returns its id; 'corrected' when somebody has corrected the same one meanwhile
 */
export async function recordMark(work: Work, wanted: MarkWanted): Promise<Uuid | 'corrected'> {
  const id = makeUuid()
  const { numInsertedOrUpdatedRows } = await work
    .db<ChildProtectionTables>()
    .insertInto('body_map_mark')
    .values({
      id,
      person_id: wanted.personId,
      enquiry_id: wanted.enquiryId,
      view: wanted.view,
      region: wanted.region,
      x: wanted.x,
      y: wanted.y,
      kind: wanted.kind,
      site: wanted.site,
      length_mm: wanted.lengthMm,
      width_mm: wanted.widthMm,
      shape: wanted.shape,
      colour: wanted.colour,
      noticed: [...wanted.noticed],
      is_mobile: wanted.isMobile,
      seen_by: wanted.seenBy,
      seen_at: wanted.seenAt,
      child_words: wanted.childWords,
      explanation: wanted.explanation,
      explained_by: wanted.explainedBy,
      corrects_id: wanted.corrects?.id ?? null,
      correction_reason: wanted.corrects?.reason ?? null,
      is_withdrawn: wanted.corrects?.isWithdrawn ?? false,
      recorder_id: work.actor.id,
    })
    .onConflict(conflict => conflict.column('corrects_id').doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n ? id : 'corrected'
}
