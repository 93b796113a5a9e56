// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn, JsonColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface PeopleTables {
  'access.merge_bar': {
    merge_id: Uuid
    actor_id: Uuid
    source_id: Uuid
  }
  'app.search_text': {
    id: Uuid
    actor_id: Uuid
    words: string
    made_at: Generated<InstantColumn>
  }
  adult_relationship_quality: {
    id: Generated<Uuid>
    person_id: Uuid
    adult_id: Uuid
    other_adult_id: Uuid
    quality: 'close' | 'very_close' | 'conflict' | 'close_and_conflict' | 'distant' | 'cut_off'
    remark: string | null
    noted_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    noted_by: Generated<Uuid | null>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  family: {
    id: Generated<Uuid>
    reference: string
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  family_member: {
    id: Generated<Uuid>
    family_id: Uuid
    person_id: Uuid
    role: 'child' | 'adult'
    started_on: Temporal.PlainDate | null
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  household: {
    id: Generated<Uuid>
    family_id: Uuid | null
    label: string
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  household_member: {
    id: Generated<Uuid>
    household_id: Uuid
    person_id: Uuid
    started_on: Temporal.PlainDate | null
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  merge: {
    id: Generated<Uuid>
    survivor_id: Uuid
    merged_id: Uuid
    evidence: string
    evidence_kinds: string[]
    choices: JsonColumn
    asked_by: Uuid
    asked_at: Generated<InstantColumn>
    confirmed_by: Uuid | null
    merged_at: InstantColumn | null
    closed_at: InstantColumn | null
    closed_by: Uuid | null
    close_reason: string | null
    undone_at: InstantColumn | null
    undone_by: Uuid | null
    undo_reason: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  merge_row: {
    id: Generated<Uuid>
    merge_id: Uuid
    table_name: string
    row_id: Uuid
    column_name: string
    before: JsonColumn | null
    after: JsonColumn | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  not_same_person: {
    id: Generated<Uuid>
    person_id: Uuid
    other_id: Uuid
    why: string
    said_by: Uuid
    said_at: Generated<InstantColumn>
    withdrawn_at: InstantColumn | null
    withdrawn_by: Uuid | null
    withdrawn_why: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  person: {
    id: Generated<Uuid>
    is_unborn: Generated<boolean>
    date_of_birth: Temporal.PlainDate | null
    date_of_birth_precision: Generated<'day' | 'month' | 'year'>
    expected_delivery_on: Temporal.PlainDate | null
    mother_id: Uuid | null
    sex: 'M' | 'F' | 'U' | null
    gender_identity: string | null
    ethnicity: string | null
    religion: string | null
    first_language: string | null
    interpreter_needed: boolean | null
    communication_needs: string | null
    upn_unknown_reason: string | null
    died_on: Temporal.PlainDate | null
    created_by: Generated<Uuid | null>
    created_at: Generated<InstantColumn>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  person_address: {
    id: Generated<Uuid>
    person_id: Uuid
    kind: Generated<'home' | 'placement' | 'refuge' | 'temporary' | 'school_term' | 'other'>
    lines: string
    postcode: string | null
    is_confidential: Generated<boolean>
    started_on: Temporal.PlainDate | null
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  person_contact: {
    id: Generated<Uuid>
    person_id: Uuid
    kind: 'mobile' | 'telephone' | 'email'
    value: string
    is_safe: Generated<boolean>
    safe_times: string | null
    started_on: Temporal.PlainDate | null
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  person_disability: {
    id: Generated<Uuid>
    person_id: Uuid
    code: string
    started_on: Temporal.PlainDate | null
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  person_identifier: {
    id: Generated<Uuid>
    person_id: Uuid
    kind: 'la_child_id' | 'nhs_number' | 'upn' | 'former_upn' | 'home_office' | 'other'
    value: string
    check_passed: boolean | null
    started_on: Temporal.PlainDate | null
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  person_name: {
    id: Generated<Uuid>
    person_id: Uuid
    kind: Generated<'legal' | 'known_as' | 'birth' | 'former' | 'alias'>
    given: string | null
    family: string | null
    started_on: Temporal.PlainDate | null
    ended_on: Temporal.PlainDate | null
    is_main: Generated<boolean>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  pregnancy_end: {
    id: Generated<Uuid>
    person_id: Uuid
    mother_id: Uuid
    kind: 'miscarriage' | 'stillbirth' | 'abortion'
    ended_on: Temporal.PlainDate
    ended_on_precision: Generated<'day' | 'month' | 'year'>
    sex: 'M' | 'F' | null
    source: string | null
    withdrawn_why: string | null
    noted_by: Generated<Uuid | null>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  relationship: {
    id: Generated<Uuid>
    person_id: Uuid
    other_id: Uuid
    kind:
      | 'mother'
      | 'father'
      | 'parent'
      | 'step_parent'
      | 'sibling'
      | 'half_sibling'
      | 'step_sibling'
      | 'grandparent'
      | 'aunt_or_uncle'
      | 'partner'
      | 'spouse'
      | 'former_partner'
      | 'carer'
      | 'guardian'
      | 'adoptive_parent'
      | 'foster_carer'
      | 'twin'
      | 'other_relative'
      | 'friend'
    has_parental_responsibility: boolean | null
    lives_together: boolean | null
    started_on: Temporal.PlainDate | null
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  relationship_quality: {
    id: Generated<Uuid>
    person_id: Uuid
    other_id: Uuid
    quality: 'close' | 'very_close' | 'conflict' | 'close_and_conflict' | 'distant' | 'cut_off'
    remark: string | null
    noted_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    noted_by: Generated<Uuid | null>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  twin_likeness: {
    id: Generated<Uuid>
    person_id: Uuid
    other_id: Uuid
    likeness: 'identical' | 'not_identical' | 'not_known'
    source: string | null
    withdrawn_why: string | null
    noted_by: Generated<Uuid | null>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  'search.address_key': {
    person_id: Uuid
    source_id: Uuid
    known_from: InstantColumn
    known_to: Generated<InstantColumn>
    postcode: Generated<string>
    words: string
    is_confidential: boolean
    ended_on: Temporal.PlainDate | null
  }
  'search.birth_key': {
    person_id: Uuid
    source_id: Uuid
    known_from: InstantColumn
    known_to: Generated<InstantColumn>
    born_from: Temporal.PlainDate | null
    born_to: Temporal.PlainDate | null
    is_born: boolean
  }
  'search.identifier_key': {
    person_id: Uuid
    source_id: Uuid
    known_from: InstantColumn
    known_to: Generated<InstantColumn>
    kind: string
    value: string
  }
  'search.name_key': {
    person_id: Uuid
    source_id: Uuid
    known_from: InstantColumn
    known_to: Generated<InstantColumn>
    whole: string
  }
  'search.name_part': {
    person_id: Uuid
    source_id: Uuid
    known_from: InstantColumn
    known_to: Generated<InstantColumn>
    is_family: boolean
    part: string
    sound: string
    other_sound: string
  }
  'search.nickname': {
    name: string
    also: string
  }
  'search.word': {
    part: string
    sound: string
    other_sound: string
  }
}
