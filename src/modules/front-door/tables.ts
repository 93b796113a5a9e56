// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface FrontDoorTables {
  contact: {
    id: Generated<Uuid>
    reference: string
    team_id: Uuid
    channel: 'public_form' | 'partner_form' | 'telephone' | 'email' | 'letter' | 'in_person' | 'out_of_hours'
    received_at: InstantColumn
    source: string | null
    referrer_name: string | null
    referrer_role: string | null
    referrer_organisation_id: Uuid | null
    referrer_organisation: string | null
    referrer_telephone: string | null
    referrer_email: string | null
    is_anonymous: Generated<boolean>
    family_knows: boolean | null
    family_knows_not_because: string | null
    worries: string
    strengths: string | null
    wanted: string | null
    communication: string | null
    is_danger: Generated<boolean>
    danger: string | null
    action_taken: string | null
    rag: 'red' | 'amber' | 'green' | null
    rag_reason: string | null
    rag_at: InstantColumn | null
    rag_by: Uuid | null
    primary_need: string | null
    address_lines: string | null
    address_postcode: string | null
    person_ids: Generated<Uuid[]>
    created_by: Generated<Uuid | null>
    decided_at: InstantColumn | null
    version: Generated<number>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  contact_contribution: {
    id: Generated<Uuid>
    contact_id: Uuid
    organisation_id: Uuid | null
    author_id: Generated<Uuid>
    body: string
    rag: 'red' | 'amber' | 'green' | null
    contributed_at: Generated<InstantColumn>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  contact_decision: {
    id: Generated<Uuid>
    contact_id: Uuid
    contact_person_id: Uuid | null
    outcome:
      | 'strategy_discussion'
      | 'assessment'
      | 'passed_to_open_work'
      | 'early_help'
      | 'advice'
      | 'no_further_action'
    reasons: string
    signposted_to: string | null
    is_re_referral: Generated<boolean>
    referral_id: Uuid | null
    decided_by: Generated<Uuid>
    decided_at: Generated<InstantColumn>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  contact_feedback: {
    id: Generated<Uuid>
    contact_id: Uuid
    body: string
    channel: 'in_kith' | 'telephone' | 'email' | 'letter' | 'not_possible'
    sent_on: Temporal.PlainDate
    sent_by: Generated<Uuid>
    submission: Uuid | null
    outcome:
      | 'strategy_discussion'
      | 'assessment'
      | 'passed_to_open_work'
      | 'early_help'
      | 'advice'
      | 'no_further_action'
      | null
    threshold_reason: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  contact_person: {
    id: Generated<Uuid>
    contact_id: Uuid
    role: 'child' | 'unborn_child' | 'adult'
    given: string | null
    family: string | null
    date_of_birth: Temporal.PlainDate | null
    date_of_birth_precision: Generated<'day' | 'month' | 'year'>
    expected_delivery_on: Temporal.PlainDate | null
    sex: 'M' | 'F' | 'U' | null
    relation: string | null
    school: string | null
    identifier_kind: 'nhs_number' | 'upn' | null
    identifier: string | null
    person_id: Uuid | null
    matched_by: Uuid | null
    matched_at: InstantColumn | null
    removed_at: InstantColumn | null
    removed_reason: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    ethnicity: string | null
    disability: string | null
  }
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
