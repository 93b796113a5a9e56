// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn, JsonColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface DisclosuresTables {
  'app.signing_key': {
    id: Generated<Uuid>
    only_one: Generated<boolean>
    public_key: JsonColumn
    sealed: Buffer
    made_at: Generated<InstantColumn>
  }
  disclosure: {
    id: Generated<Uuid>
    subscription_id: Uuid
    person_id: Uuid
    topic: string
    event_id: Uuid
    subject: Uuid
    sequence: number | null
    purpose: string
    basis_code: string
    basis: string
    shared: string[]
    withheld: JsonColumn
    identifier: 'nhs_number' | 'not_known' | 'not_shared'
    identifier_tried: string
    made_at: InstantColumn
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  disclosure_delivery: {
    id: Generated<Uuid>
    disclosure_id: Uuid
    person_id: Uuid
    state: Generated<'waiting' | 'sent' | 'acknowledged' | 'dead' | 'withdrawn'>
    tries: Generated<number>
    first_tried_at: InstantColumn | null
    next_try_at: InstantColumn
    last_code: number | null
    last_problem: string | null
    sent_at: InstantColumn | null
    fetched_at: InstantColumn | null
    acknowledged_at: InstantColumn | null
    withdrawn_why: 'ended' | 'not_involved' | 'restricted' | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  subscription: {
    id: Generated<Uuid>
    partner_system_id: Uuid
    topic: 'attendance' | 'plan_started' | 'plan_ended' | 'placement_moved'
    address: string
    purpose: string
    basis_code: 'ca2004_s16la' | 'ca1989_s47' | 'ca2004_s11' | 'dpa2018_sch1'
    basis: string
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
