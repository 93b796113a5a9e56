// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface FamilySafeguardingTables {
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
