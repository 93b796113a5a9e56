import type { UserClass } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'

/** The tables that letting people in reads and writes, as far as it uses them. */
export interface SignInTables {
  'app.session': {
    token_hash: Buffer
    worker_id: Uuid
    class: UserClass
    csrf_secret: string
    started_at: Temporal.Instant
    seen_at: Temporal.Instant
    ends_at: Temporal.Instant
    id_token: string | null
    revoked_at: Temporal.Instant | null
    by_invitation: boolean
    provider_id: Uuid | null
  }
  'app.sign_in_attempt': {
    state: string
    nonce: string
    code_verifier: string
    return_to: string
    provider_id: Uuid | null
    made_at: Temporal.Instant
  }
  worker: {
    id: Uuid
    organisation_id: Uuid | null
    display_name: string
    email: string | null
    sign_in_subject: string | null
    class: UserClass
    left_at: Temporal.Instant | null
  }
  class_mapping: { claim: string; value: string; class: UserClass }
  'audit.entry': {
    actor_id: Uuid
    action: string
    resource: string
    row_ids: readonly Uuid[]
    detail: string
  }
}
