// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface WorkforceTables {
  early_career: {
    id: Generated<Uuid>
    worker_id: Uuid
    programme: string
    year: Generated<number>
    started_on: Temporal.PlainDate
    expected_end: Temporal.PlainDate
    protected_hours: number
    caseload_share: number
    assessed_on: Temporal.PlainDate | null
    outcome: 'passed' | 'failed' | 'deferred' | 'withdrawn' | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  established_post: {
    id: Generated<Uuid>
    team_id: Uuid
    title: string
    discipline:
      | 'social_work'
      | 'mental_health'
      | 'substance_misuse'
      | 'domestic_abuse'
      | 'management'
      | 'family_support'
      | 'business_support'
      | 'other'
    profession_type: string | null
    fte: number
    funding_stream_id: Uuid | null
    opened_on: Temporal.PlainDate
    closed_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  funding_spend: {
    id: Generated<Uuid>
    funding_stream_id: Uuid
    spent_on: Temporal.PlainDate
    amount: number
    what: string
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  funding_stream: {
    id: Generated<Uuid>
    name: string
    source: string
    amount: number
    starts_on: Temporal.PlainDate
    ends_on: Temporal.PlainDate | null
    condition: string | null
    evidence: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  recruitment: {
    id: Generated<Uuid>
    established_post_id: Uuid
    advertised_on: Temporal.PlainDate
    closes_on: Temporal.PlainDate | null
    interviewed_on: Temporal.PlainDate | null
    offered_on: Temporal.PlainDate | null
    accepted_on: Temporal.PlainDate | null
    starts_on: Temporal.PlainDate | null
    withdrawn_on: Temporal.PlainDate | null
    remark: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  rollout_team: {
    id: Generated<Uuid>
    wave_id: Uuid
    team_id: Uuid
    planned_on: Temporal.PlainDate
    started_on: Temporal.PlainDate | null
    remark: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  rollout_wave: {
    id: Generated<Uuid>
    number: number
    name: string
    planned_on: Temporal.PlainDate
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
