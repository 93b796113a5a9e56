// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface ChildProtectionTables {
  conference: {
    id: Generated<Uuid>
    person_id: Uuid
    referral_id: Uuid | null
    s47_enquiry_id: Uuid | null
    kind: 'initial' | 'review' | 'transfer_in'
    held_on: Temporal.PlainDate
    decision: 'plan' | 'no_plan' | 'plan_continues' | 'plan_ends' | null
    summary: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  core_group: {
    id: Generated<Uuid>
    person_id: Uuid
    cp_plan_id: Uuid
    held_on: Temporal.PlainDate
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  cp_plan: {
    id: Generated<Uuid>
    person_id: Uuid
    referral_id: Uuid | null
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    initial_category: string | null
    latest_category: string | null
    previous_plans: number | null
    aim: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  cp_review: {
    id: Generated<Uuid>
    person_id: Uuid
    cp_plan_id: Uuid
    held_on: Temporal.PlainDate
    decision: 'plan_continues' | 'plan_ends' | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  pre_proceedings: {
    id: Generated<Uuid>
    person_id: Uuid
    referral_id: Uuid | null
    started_on: Temporal.PlainDate
    letter_sent_on: Temporal.PlainDate | null
    meeting_offered: boolean | null
    meeting_held: boolean | null
    initial_meeting_on: Temporal.PlainDate | null
    review_meetings: number | null
    step_decision_on: Temporal.PlainDate | null
    outcome: string | null
    court_application_on: Temporal.PlainDate | null
    letter_on_initial_care_plan_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  s47_enquiry: {
    id: Generated<Uuid>
    person_id: Uuid
    referral_id: Uuid
    started_on: Temporal.PlainDate
    strategy_discussion_on: Temporal.PlainDate | null
    conference_target_on: Temporal.PlainDate | null
    is_conference_not_required: boolean | null
    outcome: 'not_substantiated' | 'substantiated_no_continuing_risk' | 'continuing_risk' | null
    outcome_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
