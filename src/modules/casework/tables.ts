// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface CaseworkTables {
  alert: {
    id: Generated<Uuid>
    person_id: Uuid
    kind:
      | 'protection_plan'
      | 'danger_to_workers'
      | 'do_not_disclose_address'
      | 'allergy'
      | 'medical'
      | 'legal_order'
      | 'missing'
      | 'exploitation'
      | 'dog'
      | 'two_workers'
      | 'other'
    description: string
    started_on: Temporal.PlainDate
    review_on: Temporal.PlainDate | null
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  allocation: {
    id: Generated<Uuid>
    person_id: Uuid
    team_id: Uuid
    worker_id: Uuid | null
    role: 'lead_social_worker' | 'co_worker' | 'lead_practitioner' | 'conference_chair' | 'queue'
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    reason: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  clock: {
    id: Generated<Uuid>
    person_id: Uuid
    definition_id: string
    definition_version: number
    trigger_kind: string
    trigger_id: Uuid
    sequence: Generated<number>
    trigger_on: Temporal.PlainDate
    trigger_at: InstantColumn | null
    due_on: Temporal.PlainDate
    due_at: InstantColumn
    limit_value: number
    limit_unit: string
    satisfied_on: Temporal.PlainDate | null
    satisfied_id: Uuid | null
    outcome: 'open' | 'on_time' | 'late' | 'not_required' | 'superseded'
    outcome_reason: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  involvement: {
    id: Generated<Uuid>
    person_id: Uuid
    worker_id: Uuid | null
    organisation_id: Uuid | null
    professional_name: string | null
    role: string
    telephone: string | null
    email: string | null
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  note: {
    id: Generated<Uuid>
    family_id: Uuid | null
    kind: 'visit' | 'telephone' | 'meeting' | 'message' | 'supervision' | 'other'
    purpose: string | null
    happened_at: InstantColumn
    ended_at: InstantColumn | null
    place: string | null
    outcome: Generated<'held' | 'no_access' | 'refused' | 'cancelled'>
    author_id: Generated<Uuid>
    body: string
    person_ids: Uuid[]
    corrects_id: Uuid | null
    correction_reason: string | null
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  note_person: {
    id: Generated<Uuid>
    note_id: Uuid
    person_id: Uuid
    happened_at: InstantColumn
    kind: string
    outcome: string
    corrects_note_id: Uuid | null
    was_seen: boolean | null
    was_seen_alone: boolean | null
    why_not_alone: string | null
    bedroom_seen: boolean | null
    own_words: string | null
    observations: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  significant_event: {
    id: Generated<Uuid>
    person_id: Uuid
    happened_on: Temporal.PlainDate
    description: string
    source: string | null
    impact: string | null
    note_id: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  task: {
    id: Generated<Uuid>
    person_id: Uuid
    worker_id: Uuid | null
    team_id: Uuid | null
    title: string
    due_on: Temporal.PlainDate | null
    done_on: Temporal.PlainDate | null
    set_by: Generated<Uuid | null>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
