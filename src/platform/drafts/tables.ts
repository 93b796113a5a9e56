import type { Uuid } from '../ids/index.ts'

/** A draft's row: `body` is {@link DraftBody} as JSON. */
export interface DraftTables {
  'app.draft': {
    actor_id: Uuid
    form: string
    record_key: string
    body: DraftBody
    base_version: string | null
    version: number
    started_at: Temporal.Instant
    saved_at: Temporal.Instant
    expires_at: Temporal.Instant
  }
}

/** What is kept of a form that someone is filling in. */
export interface DraftBody {
  readonly fields: Readonly<Record<string, string | readonly string[]>>
  /** The form shown that saved it last, by its submission key: tells one browser tab from another. */
  readonly tab: string
  /** The page of the form, to find the way back to it. */
  readonly page: string | null
}
