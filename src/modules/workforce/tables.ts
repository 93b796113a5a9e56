// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, JsonColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface WorkforceTables {
  'access.caseload_turn': {
    id: GeneratedAlways<number>
    team_id: Uuid
    month: Temporal.PlainDate
    led: number
    co_worked: number
    chaired: number
  }
  capacity_scenario: {
    id: Generated<Uuid>
    name: string
    basis_on: Temporal.PlainDate
    basis: JsonColumn
    chosen: JsonColumn
    made_by: Generated<Uuid | null>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  decision: {
    id: Generated<Uuid>
    recommendation_id: Uuid
    body: string
    decided_on: Temporal.PlainDate
    item: string | null
    words: string
    amount: number
    status: 'endorsed' | 'endorsed_changed' | 'deferred' | 'refused'
    corrects_id: Uuid | null
    correction_reason: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
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
  invest_case: {
    id: Generated<Uuid>
    title: string
    recommendation_id: Uuid | null
    starts_on: Temporal.PlainDate
    investment: number
    avoids: string
    week_cost: number
    cost_source: string
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  invest_period: {
    id: Generated<Uuid>
    case_id: Uuid
    kind: 'forecast' | 'actual'
    from_day: Temporal.PlainDate
    until_day: Temporal.PlainDate
    spent: number
    weeks_avoided: number
    how: string
    corrects_id: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  recommendation: {
    id: Generated<Uuid>
    subject: string
    body: string
    meets_on: Temporal.PlainDate
    item: string | null
    author_role: string
    words: string
    amount: number
    scenario_id: Uuid | null
    corrects_id: Uuid | null
    correction_reason: string | null
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
  team_split: {
    id: Generated<Uuid>
    scenario_id: Uuid | null
    team_id: Uuid
    into_name: string
    into_team_id: Uuid | null
    worker_ids: Generated<Uuid[]>
    planned_on: Temporal.PlainDate
    status: Generated<'planned' | 'carried_out' | 'given_up'>
    remark: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  worker_absence: {
    id: Generated<Uuid>
    worker_id: Uuid
    from_day: Temporal.PlainDate
    until_day: Temporal.PlainDate | null
    reason: 'leave' | 'away' | 'secondment' | 'other'
    counts_as_capacity: Generated<boolean>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
