import type { Work } from '../db/index.ts'
import type { DraftTables } from './tables.ts'

/** Removes the acting person's draft, in the transaction that saves the record itself or when they discard it. */
export async function dropDraft(work: Work, form: string, recordKey: string): Promise<void> {
  await work
    .db<DraftTables>()
    .deleteFrom('app.draft')
    .where('actor_id', '=', work.actor.id)
    .where('form', '=', form)
    .where('record_key', '=', recordKey)
    .execute()
}
