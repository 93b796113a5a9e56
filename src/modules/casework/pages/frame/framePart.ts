import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { type Html, nothing } from '#ui'
import { recordFrame } from './recordFrame.ts'
import type { RecordTab } from './recordLinks.ts'

/**
 * Draws the frame of a record for a part of it that a lower module keeps.
 * @returns nothing for a person whom the reader may not know of: the part itself answers not_found then
 */
export const framePart =
  (part: RecordTab) =>
  async (work: Work, personId: Uuid): Promise<Html> =>
    (await recordFrame(work, personId, part))?.before ?? nothing
