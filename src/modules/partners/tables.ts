// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn, JsonColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface PartnersTables {
  agency_record: {
    id: Generated<Uuid>
    person_id: Uuid
    organisation_id: Uuid
    since_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    ask: string
    is_sensitive: Generated<boolean>
    consent_on: Temporal.PlainDate | null
    told_by: Uuid
    told_at: InstantColumn
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  agency_request: {
    id: Generated<Uuid>
    person_id: Uuid
    worker_id: Uuid
    asked_by: Uuid
    asked_at: InstantColumn
    purpose: 'enquiry' | 'assessment' | 'plan'
    question: string
    answer_by: Temporal.PlainDate
    answered_at: InstantColumn | null
    answer: 'told' | 'nothing_known' | 'not_shared' | 'withdrawn' | null
    reason: string | null
    contribution_id: Uuid | null
    climbed_at: InstantColumn | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  contribution: {
    id: Generated<Uuid>
    person_id: Uuid
    organisation_id: Uuid
    author_id: Uuid
    role: string
    seen_on: Temporal.PlainDate | null
    going_well: string | null
    worries: string | null
    child_says: string | null
    next_step: string | null
    family_may_know: Generated<boolean>
    corrects_id: Uuid | null
    correction_reason: string | null
    written_at: InstantColumn
    read_at: InstantColumn | null
    read_by: Uuid | null
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  contribution_query: {
    id: Generated<Uuid>
    contribution_id: Uuid
    person_id: Uuid
    author_id: Uuid
    asked_by: Uuid
    asked_at: InstantColumn
    question: string
    answered_at: InstantColumn | null
    answer: string | null
    corrected_by_id: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  partner_notice: {
    id: Generated<Uuid>
    message_id: Uuid
    kind: 'encompass' | 'police_notification' | 'marac' | 'school_concern'
    organisation_id: Uuid
    sent_by: Uuid | null
    reference: string
    their_reference: string
    received_at: InstantColumn
    told: JsonColumn | null
    sharing: Generated<'front_door' | 'record'>
    sharing_by: Uuid | null
    seen_at: InstantColumn | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  partner_notice_match: {
    id: Generated<Uuid>
    notice_id: Uuid
    place: number
    person_id: Uuid | null
    how: 'nhs_number' | 'demographics' | 'by_hand'
    matched_by: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  partner_notice_question: {
    id: Generated<Uuid>
    notice_id: Uuid
    place: number
    reason: 'no_match' | 'many_matches' | 'no_school' | 'school_differs' | 'sensitive'
    team_id: Uuid
    opened_at: InstantColumn
    answered_at: InstantColumn | null
    answered_by: Uuid | null
    answer: 'matched' | 'not_known_here' | 'sent_on' | 'school_told' | 'seen' | null
    note: string | null
    answer_before: InstantColumn | null
    climbed_at: InstantColumn | null
    council_id: Uuid | null
    sent_on_at: InstantColumn | null
    sent_on_by: Uuid | null
    sent_on_how: 'secure_email' | 'telephone_and_email' | 'in_person' | null
    not_shared: string | null
    undone_at: InstantColumn | null
    undone_by: Uuid | null
    undone_because: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  partner_notice_reader: {
    id: Generated<Uuid>
    notice_id: Uuid
    kind: 'school' | 'front_door' | 'home_education' | 'named'
    organisation_id: Uuid | null
    team_id: Uuid | null
    worker_id: Uuid | null
    named_by: Uuid | null
    named_because: string | null
    reads_until: Temporal.PlainDate | null
    read_before: InstantColumn | null
    read_at: InstantColumn | null
    read_by: Uuid | null
    is_by_hand: Generated<boolean>
    withdrawn_at: InstantColumn | null
    withdrawn_by: Uuid | null
    withdrawn_because: string | null
    climbed_at: InstantColumn | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
