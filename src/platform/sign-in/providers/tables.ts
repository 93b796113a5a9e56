import type { Uuid } from '../../ids/index.ts'
import type { SignInTables } from '../tables.ts'

/** What letting workers in by their own organisation's provider reads and writes. */
export type ProviderTables = SignInTables & {
  'app.organisation_provider': {
    id: Uuid
    organisation_id: Uuid
    issuer: string
    client_id: string
    secret: Buffer
    expires_at: Temporal.Instant
    withdrawn_at: Temporal.Instant | null
  }
  'app.worker_identity': { issuer: string; subject: string; worker_id: Uuid }
}
