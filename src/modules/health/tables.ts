// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn, JsonColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface HealthTables {
  'app.hospital_merge': {
    sender_id: Uuid
    gone: string
    kept: string
    sent_at: InstantColumn
  }
  'app.mailbox_standing': {
    mailbox: string
    begun_at: InstantColumn
    tried_at: InstantColumn | null
    validated_at: InstantColumn | null
    polled_at: InstantColumn | null
    waiting: number | null
    failed_at: InstantColumn | null
    failures: Generated<JsonColumn>
    ended_at: InstantColumn | null
  }
  attendance: {
    id: Generated<Uuid>
    sender_id: Uuid
    visit_key: string
    status: 'here' | 'left' | 'cancelled'
    told_hospital_numbers: string[] | null
    told_nhs_number: string | null
    told_nhs_passed: boolean | null
    told_family: string | null
    told_given: string | null
    told_birth: Temporal.PlainDate | null
    told_birth_as: string | null
    told_sex: string | null
    told_address: string | null
    told_postcode: string | null
    told_practice: string | null
    told_school: string | null
    is_sensitive: Generated<boolean>
    site_code: string | null
    place: string | null
    arrived_at: InstantColumn
    left_at: InstantColumn | null
    complaint: string | null
    came_from: string | null
    accompanied_by: string | null
    procedures: string | null
    outcome: string | null
    discharge_status: string | null
    narrative: string | null
    concerns: string[] | null
    sent_at: InstantColumn
    person_sent_at: InstantColumn | null
    received_at: InstantColumn
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  attendance_decision: {
    id: Generated<Uuid>
    attendance_id: Uuid
    person_id: Uuid | null
    rule_version: string
    inputs: JsonColumn
    outcome: JsonColumn
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  attendance_event: {
    id: Generated<Uuid>
    attendance_id: Uuid
    message_id: Uuid
    kind: string
    sent_at: InstantColumn
    did: 'opened' | 'changed' | 'cancelled' | 'older' | 'nothing'
    changed: Generated<string[]>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  attendance_match: {
    id: Generated<Uuid>
    attendance_id: Uuid
    person_id: Uuid
    how: 'nhs_number' | 'demographics' | 'by_hand'
    matched_by: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  attendance_notice: {
    id: Generated<Uuid>
    attendance_id: Uuid
    kind:
      | 'health_visitor'
      | 'school_nurse'
      | 'midwifery'
      | 'named_worker'
      | 'team_duty'
      | 'front_door'
      | 'liaison'
      | 'out_of_area'
    team_id: Uuid | null
    worker_id: Uuid | null
    council_id: Uuid | null
    why: string
    rule_version: string
    read_by_day: Temporal.PlainDate
    read_at: InstantColumn | null
    read_by: Uuid | null
    done: 'no_action' | 'telephoned' | 'visit_planned' | 'seen' | 'referred' | 'passed_on' | null
    done_note: string | null
    done_at: InstantColumn | null
    done_by: Uuid | null
    climbed_at: InstantColumn | null
    withdrawn_at: InstantColumn | null
    correction_seen_at: InstantColumn | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  attendance_question: {
    id: Generated<Uuid>
    attendance_id: Uuid
    reason:
      | 'no_match'
      | 'many_matches'
      | 'age_unknown'
      | 'council_unknown'
      | 'no_team'
      | 'sensitive'
      | 'lives_elsewhere'
      | 'correction_elsewhere'
      | 'person_changed'
    team_id: Uuid
    asked_at: Generated<InstantColumn>
    climbed_at: InstantColumn | null
    answered_at: InstantColumn | null
    answered_by: Uuid | null
    answer: 'matched' | 'not_known_here' | 'team_found' | 'sent_on' | 'seen' | 'cancelled' | null
    note: string | null
    council_id: Uuid | null
    sent_on_at: InstantColumn | null
    sent_on_how: 'secure_email' | 'telephone_and_email' | 'in_person' | null
    received_by: string | null
    not_shared: string | null
    identifier_tried: 'nhs_number' | 'not_told' | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  attendance_tally: {
    id: Generated<Uuid>
    sender_id: Uuid
    on_day: Temporal.PlainDate
    visits: number
    visit_keys: Generated<string[]>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  health_sender: {
    id: Generated<Uuid>
    organisation_id: Uuid
    facility: string
    application: string | null
    profile: Generated<JsonColumn>
    fingerprints: Generated<string[]>
    site_codes: Generated<string[]>
    usual_gap_minutes: Generated<number>
    liaison_team_id: Uuid
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  neighbour_council: {
    id: Generated<Uuid>
    name: string
    postcodes: string[]
    contact: string
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  nursing_area: {
    id: Generated<Uuid>
    team_id: Uuid
    serves: 'health_visiting' | 'school_nursing' | 'midwifery'
    by_what: 'gp_practice' | 'school' | 'postcode' | 'council'
    value: string
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_access: {
    id: Generated<Uuid>
    person_id: Uuid
    message_id: Uuid | null
    notice: string
    opened_at: InstantColumn
    opened_by: string | null
    role: string | null
    organisation: string | null
    attendance_id: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_change: {
    id: Generated<Uuid>
    number: number
    status_id: Uuid
    person_id: Uuid
    what: 'started' | 'ended' | 'deleted' | 'corrected' | 'again'
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    deleted_at: InstantColumn | null
    made_at: InstantColumn
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_file: {
    id: Generated<Uuid>
    sequence: number
    team_id: Uuid
    records: number
    made_at: InstantColumn
    sent_at: InstantColumn | null
    sent_how: 'hand' | 'mesh' | null
    sent_by: Uuid | null
    answered_at: InstantColumn | null
    answer_code: string | null
    given_up_at: InstantColumn | null
    given_up_by: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_file_body: {
    id: Generated<Uuid>
    file_id: Uuid
    sealed: Buffer
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_file_record: {
    id: Generated<Uuid>
    file_id: Uuid
    status_id: Uuid
    person_id: Uuid
    number: number
    nhs_number: string
    answer_code: string | null
    detail: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_inactive: {
    id: Generated<Uuid>
    nhs_number: string
    message_id: Uuid
    told_at: InstantColumn
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_message: {
    id: Generated<Uuid>
    team_id: Uuid
    kind: '02' | '05' | '06'
    sha256: Buffer
    sealed: Buffer
    taken_at: InstantColumn
    taken_by: Uuid | null
    read_at: InstantColumn | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_status: {
    id: Generated<Uuid>
    person_id: Uuid
    subject_id: Uuid | null
    kind: 'child_protection_plan' | 'looked_after' | 'unborn_plan'
    source_id: Uuid
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    deleted_at: InstantColumn | null
    nhs_number: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_work: {
    id: Generated<Uuid>
    code: string
    team_id: Uuid
    person_id: Uuid | null
    status_id: Uuid | null
    file_id: Uuid | null
    message_id: Uuid | null
    detail: string | null
    opened_at: InstantColumn
    closed_at: InstantColumn | null
    closed_how: 'person' | 'success' | null
    closed_by: Uuid | null
    note: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
