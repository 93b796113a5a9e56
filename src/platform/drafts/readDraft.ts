import type { Work } from '../db/index.ts'
import { asDraft, type Draft, ownDrafts } from './draft.ts'

/**
 * The acting person's own draft of this form on this record, or null. Nobody else's ever opens, nor one of another
 * record, nor an expired one; and none in the past (known-at), where nothing can be typed.
 */
export async function readDraft(work: Work, form: string, recordKey: string): Promise<Draft | null> {
  if (work.knownAt !== null) return null
  const row = await ownDrafts(work)
    .where('form', '=', form)
    .where('record_key', '=', recordKey)
    .executeTakeFirst()
  return row === undefined ? null : asDraft(row)
}
