// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface FamilyPortalTables {
  'app.family_channel': {
    id: Generated<Uuid>
    account_id: Uuid
    kind: 'email' | 'text'
    address: string
    agreed_with: string
    agreed_on: Temporal.PlainDate
    recorded_by: Uuid
    recorded_at: Generated<InstantColumn>
    ended_by: Uuid | null
    ended_at: InstantColumn | null
    ended_because: string | null
  }
  'app.family_key': {
    account_id: Uuid
    number: string
    code_hash: Buffer | null
    code_ends_at: InstantColumn | null
    code_tries: Generated<number>
    word_hash: string | null
    authenticator: Buffer | null
    last_step: Generated<number>
    card_hashes: Generated<Buffer[]>
    made_at: Generated<InstantColumn>
    known_from: Generated<Buffer[]>
    seen_at: InstantColumn | null
  }
  'app.family_message': {
    id: Generated<Uuid>
    channel_id: Uuid
    made_at: Generated<InstantColumn>
    tries: Generated<number>
    sent_at: InstantColumn | null
  }
  'app.family_session': {
    token_hash: Buffer
    account_id: Uuid
    csrf_secret: string
    started_at: Generated<InstantColumn>
    seen_at: Generated<InstantColumn>
    ends_at: InstantColumn
    revoked_at: InstantColumn | null
    stage: Generated<'joining' | 'in'>
    pending: Buffer | null
  }
  'app.family_try': {
    id: Generated<Uuid>
    account_id: Uuid | null
    source: Buffer
    is_known: boolean
    at: Generated<InstantColumn>
  }
  family_account: {
    id: Generated<Uuid>
    account_of: Uuid
    person_ids: Uuid[]
    decided_because: string | null
    is_careful: Generated<boolean>
    reads_as: Generated<'adult' | 'young_person' | 'child'>
    opened_by: Generated<Uuid>
    opened_at: Generated<InstantColumn>
    closed_at: InstantColumn | null
    closed_because: string | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  family_word: {
    id: Generated<Uuid>
    person_id: Uuid
    words: string | null
    feeling: number | null
    wants_a_call: Generated<boolean>
    said_at: Generated<InstantColumn>
    heard_by: Uuid | null
    heard_at: InstantColumn | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  portal_alarm: {
    id: Generated<Uuid>
    account_id: Uuid
    copy_id: Uuid | null
    person_ids: Generated<Uuid[]>
    words: string | null
    raised_at: Generated<InstantColumn>
    settled_by: Uuid | null
    settled_at: InstantColumn | null
    settled_because: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
