import type { Work } from '../db/index.ts'
import type { DraftTables } from './tables.ts'

/** What someone had typed into a form, as it was last saved. */
export interface Draft {
  /** Code of the form. */
  readonly form: string
  /** The record it belongs to; a draft never opens on another. */
  readonly recordKey: string
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  /** Counts the saves. */
  readonly version: number
  /** Version of the record when typing began, when the form said so. */
  readonly baseVersion: string | null
  /** The page of the form: a local path, or null. */
  readonly page: string | null
  readonly startedAt: Temporal.Instant
  readonly savedAt: Temporal.Instant
}

/** The acting person's live drafts; a query to narrow further. Expired ones are none. */
export function ownDrafts(work: Work) {
  return work
    .db<DraftTables>()
    .selectFrom('app.draft')
    .select(['form', 'record_key', 'body', 'version', 'base_version', 'started_at', 'saved_at'])
    .where('actor_id', '=', work.actor.id)
    .where('expires_at', '>', work.now)
}

type Row = Pick<
  DraftTables['app.draft'],
  'form' | 'record_key' | 'body' | 'version' | 'base_version' | 'started_at' | 'saved_at'
>

/** A row as a draft. */
export function asDraft(row: Row): Draft {
  return {
    form: row.form,
    recordKey: row.record_key,
    fields: row.body.fields,
    page: row.body.page,
    version: row.version,
    baseVersion: row.base_version,
    startedAt: row.started_at,
    savedAt: row.saved_at,
  }
}
