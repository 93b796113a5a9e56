// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface FamilySafeguardingTables {
  chapter_summary: {
    id: Generated<Uuid>
    family_id: Uuid
    discipline: 'social_work' | 'family_support' | 'mental_health' | 'substance_misuse' | 'domestic_abuse'
    works_with: 'victim' | 'perpetrator' | null
    month: Temporal.PlainDate
    person_ids: Uuid[]
    author_id: Generated<Uuid>
    words: string
    shared_on: Temporal.PlainDate
    version: Generated<number>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  clinical_note: {
    id: Generated<Uuid>
    person_id: Uuid
    strand_id: Uuid
    discipline: 'mental_health' | 'substance_misuse' | 'domestic_abuse'
    organisation_id: Uuid
    author_id: Generated<Uuid>
    happened_at: InstantColumn
    body: string
    corrects_id: Uuid | null
    correction_reason: string | null
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  family_feedback: {
    id: Generated<Uuid>
    family_id: Uuid
    team_id: Uuid
    person_ids: Uuid[]
    author_id: Generated<Uuid>
    occasion: 'plan' | 'review' | 'closure'
    came_by: 'portal' | 'paper' | 'spoken' | null
    outcome: 'asked' | 'closed' | 'given' | 'declined' | 'not_given' | 'not_asked'
    score: number | null
    words: string | null
    why_not: string | null
    on_day: Temporal.PlainDate
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  group_supervision: {
    id: Generated<Uuid>
    family_id: Uuid
    held_on: Temporal.PlainDate
    facilitator_id: Uuid
    next_on: Temporal.PlainDate | null
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  module_progress: {
    id: Generated<Uuid>
    family_id: Uuid
    person_ids: Uuid[]
    author_id: Generated<Uuid>
    module: number
    state: 'not_for_them' | 'planned' | 'begun' | 'finished' | 'stopped'
    on_day: Temporal.PlainDate
    remark: string | null
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  outcome_measure: {
    id: Generated<Uuid>
    family_id: Uuid
    team_id: Uuid
    person_ids: Uuid[]
    author_id: Generated<Uuid>
    measure: string
    value: number
    on_day: Temporal.PlainDate
    source: string | null
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  practice_session: {
    id: Generated<Uuid>
    family_id: Uuid
    strand_id: Uuid
    person_ids: Uuid[]
    author_id: Generated<Uuid>
    discipline: 'social_work' | 'family_support' | 'mental_health' | 'substance_misuse' | 'domestic_abuse'
    works_with: 'victim' | 'perpetrator' | null
    happened_at: InstantColumn
    kind: 'session' | 'telephone' | 'joint_visit' | 'attempted'
    words: string
    own_words: string | null
    is_significant: Generated<boolean>
    readiness: number | null
    change_talk: Generated<string[]>
    modules: Generated<number[]>
    corrects_id: Uuid | null
    correction_reason: string | null
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  strand: {
    id: Generated<Uuid>
    workbook_id: Uuid
    family_id: Uuid
    team_id: Uuid
    person_id: Uuid
    need_kind: string
    need_noted_on: Temporal.PlainDate
    discipline: 'social_work' | 'family_support' | 'mental_health' | 'substance_misuse' | 'domestic_abuse'
    works_with: 'victim' | 'perpetrator' | null
    worker_id: Uuid | null
    aim: string | null
    offered_on: Temporal.PlainDate
    answer: 'accepted' | 'declined' | 'not_now' | null
    answered_on: Temporal.PlainDate | null
    first_contact_on: Temporal.PlainDate | null
    ended_on: Temporal.PlainDate | null
    end_reason:
      | 'aim_met'
      | 'declined'
      | 'person_left_household'
      | 'moved_to_other_service'
      | 'no_longer_needed'
      | 'worker_changed'
      | 'case_closed'
      | 'other'
      | null
    why_nobody: string | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  supervision_part: {
    id: Generated<Uuid>
    supervision_id: Uuid
    family_id: Uuid
    person_ids: Uuid[]
    author_id: Generated<Uuid>
    kind: 'contribution' | 'voice' | 'decision'
    discipline:
      | 'social_work'
      | 'family_support'
      | 'mental_health'
      | 'substance_misuse'
      | 'domestic_abuse'
      | null
    works_with: 'victim' | 'perpetrator' | null
    words: string
    task: string | null
    owner_worker_id: Uuid | null
    owner_name: string | null
    due_on: Temporal.PlainDate | null
    plan_action_id: Uuid | null
    checked_as: 'done' | 'partly' | 'not_done' | null
    checked_on: Temporal.PlainDate | null
    checked_words: string | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  workbook: {
    id: Generated<Uuid>
    family_id: Uuid
    team_id: Uuid
    opened_on: Temporal.PlainDate
    closed_on: Temporal.PlainDate | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
