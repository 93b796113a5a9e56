import type { Uuid } from '../../ids/index.ts'
import type { SignInTables } from '../tables.ts'

/** What letting invited workers in reads and writes. */
export type InvitedTables = SignInTables & {
  'app.invited_key': {
    worker_id: Uuid
    link_hash: Buffer | null
    link_ends_at: Temporal.Instant | null
    word_hash: string | null
    authenticator: Buffer | null
    last_step: string | number
    recovery_hashes: readonly Buffer[]
    known_from: readonly Buffer[]
    joined_at: Temporal.Instant | null
    seen_at: Temporal.Instant | null
    expires_at: Temporal.Instant
    withdrawn_at: Temporal.Instant | null
  }
  'app.invited_enrolment': {
    token_hash: Buffer
    worker_id: Uuid
    link_hash: Buffer | null
    word_hash: string | null
    authenticator: Buffer
    tries: number
    ends_at: Temporal.Instant
  }
  'app.invited_try': {
    worker_id: Uuid | null
    source: Buffer
    is_known: boolean
    at: Temporal.Instant
  }
}
