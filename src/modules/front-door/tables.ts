// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface FrontDoorTables {
  referral: {
    id: Generated<Uuid>
    person_id: Uuid
    received_on: Temporal.PlainDate
    received_at: InstantColumn | null
    source: string | null
    primary_need: string | null
    is_no_further_action: boolean | null
    decided_on: Temporal.PlainDate | null
    decision_reason: string | null
    feedback_sent_on: Temporal.PlainDate | null
    conference_on: Temporal.PlainDate | null
    closed_on: Temporal.PlainDate | null
    closure_reason: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
