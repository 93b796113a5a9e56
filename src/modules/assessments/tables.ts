// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface AssessmentsTables {
  assessment: {
    id: Generated<Uuid>
    person_id: Uuid
    referral_id: Uuid
    started_on: Temporal.PlainDate
    internal_review_on: Temporal.PlainDate | null
    authorised_on: Temporal.PlainDate | null
    analysis: string | null
    joint_id: Uuid | null
    health_and_development: string | null
    strengths: string | null
    worries: string | null
    what_needs_to_happen: string | null
    child_view: string | null
    no_child_view_reason: string | null
    outcome:
      | 'strategy_discussion'
      | 'child_in_need'
      | 'child_in_care'
      | 'early_help'
      | 'no_further_action'
      | 'continue_existing_plan'
      | null
    outcome_reason: string | null
    left_out_on: Temporal.PlainDate | null
    left_out_reason: string | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  assessment_checkpoint: {
    id: Generated<Uuid>
    joint_id: Uuid
    at_day: number
    held_on: Temporal.PlainDate
    decision: 'continue' | 'finish' | 'extend'
    remark: string
    held_by: Generated<Uuid>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  assessment_event: {
    id: Generated<Uuid>
    person_id: Uuid
    assessment_id: Uuid
    kind: 'checkpoint' | 'shared' | 'stopped'
    happened_on: Temporal.PlainDate
    at_day: number | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  assessment_factor: {
    id: Generated<Uuid>
    person_id: Uuid
    assessment_id: Uuid
    code: string
    removed_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  assessment_share: {
    id: Generated<Uuid>
    joint_id: Uuid
    recipient_id: Uuid
    shared_on: Temporal.PlainDate
    how: 'read_together' | 'by_hand' | 'post' | 'other'
    included: Generated<string[]>
    remark: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    copied_because: string | null
    copied_notes: Generated<Uuid[]>
  }
  assessment_source: {
    id: Generated<Uuid>
    joint_id: Uuid
    assessment_id: Uuid | null
    part:
      | 'history'
      | 'family_and_environment'
      | 'parenting'
      | 'strengths'
      | 'worries'
      | 'what_needs_to_happen'
      | 'analysis'
      | 'health_and_development'
    origin: string
    heading: string
    person_ids: Uuid[]
    fingerprint: string
    is_guarded: Generated<boolean>
    because: string | null
    taken_on: Temporal.PlainDate
    taken_by: Generated<Uuid>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  assessment_view: {
    id: Generated<Uuid>
    joint_id: Uuid
    adult_id: Uuid
    words: string | null
    no_view_reason: string | null
    heard_on: Temporal.PlainDate | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  cin_plan: {
    id: Generated<Uuid>
    person_id: Uuid
    referral_id: Uuid
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    aim: string | null
    shared_on: Temporal.PlainDate | null
    end_reason:
      | 'outcomes_met'
      | 'step_up_protection'
      | 'step_down_early_help'
      | 'child_in_care'
      | 'moved_away'
      | 'family_declined'
      | 'died'
      | 'aged_18'
      | 'other'
      | null
    achieved: string | null
    what_next: string | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  joint_assessment: {
    id: Generated<Uuid>
    family_id: Uuid | null
    person_ids: Uuid[]
    purpose: string | null
    history: string | null
    family_and_environment: string | null
    parenting: string | null
    strengths: string | null
    worries: string | null
    what_needs_to_happen: string | null
    analysis: string | null
    safety_now: number | null
    status: Generated<'open' | 'submitted' | 'authorised' | 'abandoned'>
    abandoned_reason: string | null
    late_reason: string | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
