import type { Work } from '../db/index.ts'
import { asDraft, type Draft, ownDrafts } from './draft.ts'

/** The acting person's drafts, the one saved last first. */
export async function listDrafts(work: Work): Promise<Draft[]> {
  if (work.knownAt !== null) return []
  const rows = await ownDrafts(work)
    .orderBy('saved_at', 'desc')
    .orderBy('form')
    .orderBy('record_key')
    .execute()
  return rows.map(asDraft)
}
