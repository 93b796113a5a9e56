// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.

import type { Uuid } from '../ids/index.ts'
import type { Generated, InstantColumn, JsonColumn } from './columnTypes.ts'

export interface ServiceTables {
  'app.draft': {
    actor_id: Uuid
    form: string
    record_key: string
    body: JsonColumn
    base_version: string | null
    version: Generated<number>
    started_at: Generated<InstantColumn>
    saved_at: Generated<InstantColumn>
    expires_at: Generated<InstantColumn>
  }
  'app.form_field': {
    form: string
    month: Temporal.PlainDate
    field: string
    offered: number
    filled: number
  }
  'app.form_minutes': {
    form: string
    month: Temporal.PlainDate
    minutes: number
    savings: number
  }
  'app.message_in': {
    id: Generated<Uuid>
    sender_id: Uuid | null
    channel: 'mllp' | 'hl7_http' | 'fhir' | 'mesh' | 'form'
    said_sender: string | null
    control_id: string
    sha256: Buffer
    sealed: Buffer
    answer_code: 'AA' | 'AE' | 'AR'
    answer: Buffer
    fault: string | null
    received_at: Generated<InstantColumn>
    taken_ms: number | null
  }
  'app.message_work': {
    message_id: Uuid
    state: Generated<'waiting' | 'done' | 'dead' | 'refused' | 'closed'>
    lane: Generated<number>
    tries: Generated<number>
    next_try_at: Generated<InstantColumn>
    reason: string | null
    ended_at: InstantColumn | null
    sender_id: Uuid | null
    replayed_by: Uuid | null
    closed_by: Uuid | null
    closed_why: string | null
  }
  'app.notice': {
    id: Generated<Uuid>
    worker_id: Uuid
    kind: string
    path: string
    subject_id: Uuid | null
    made_at: Generated<InstantColumn>
    made_by: Generated<Uuid | null>
    read_at: InstantColumn | null
    mailed_at: InstantColumn | null
  }
  'app.outbox': {
    id: Generated<Uuid>
    event: string
    version: Generated<number>
    body: JsonColumn
    made_at: Generated<InstantColumn>
    delivered_at: InstantColumn | null
  }
  'app.session': {
    token_hash: Buffer
    worker_id: Uuid
    class: string
    csrf_secret: string
    started_at: Generated<InstantColumn>
    seen_at: Generated<InstantColumn>
    ends_at: InstantColumn
    id_token: string | null
    revoked_at: InstantColumn | null
    provider_id: Uuid | null
    by_invitation: Generated<boolean>
  }
  'app.sign_in_attempt': {
    state: string
    nonce: string
    code_verifier: string
    return_to: string
    made_at: Generated<InstantColumn>
    provider_id: Uuid | null
  }
  'app.submission': {
    key: Uuid
    actor_id: Uuid
    body_hash: Buffer
    location: string
    made_at: Generated<InstantColumn>
  }
}
