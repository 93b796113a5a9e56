// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn, JsonColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface AgenciesTables {
  'app.access_renewal': {
    id: Generated<Uuid>
    worker_id: Uuid | null
    provider_id: Uuid | null
    until: InstantColumn
    reason: string
    renewed_by: Uuid
    renewed_at: Generated<InstantColumn>
  }
  'app.invited_enrolment': {
    token_hash: Buffer
    worker_id: Uuid
    link_hash: Buffer | null
    word_hash: string | null
    authenticator: Buffer
    tries: Generated<number>
    ends_at: InstantColumn
  }
  'app.invited_key': {
    worker_id: Uuid
    link_hash: Buffer | null
    link_ends_at: InstantColumn | null
    word_hash: string | null
    authenticator: Buffer | null
    last_step: Generated<number>
    recovery_hashes: Generated<Buffer[]>
    known_from: Generated<Buffer[]>
    invited_at: Generated<InstantColumn>
    joined_at: InstantColumn | null
    seen_at: InstantColumn | null
    expires_at: InstantColumn
    withdrawn_at: InstantColumn | null
  }
  'app.invited_try': {
    id: Generated<Uuid>
    worker_id: Uuid | null
    source: Buffer
    is_known: boolean
    at: Generated<InstantColumn>
  }
  'app.organisation_provider': {
    id: Generated<Uuid>
    organisation_id: Uuid
    issuer: string
    client_id: string
    secret: Buffer
    expires_at: InstantColumn
    withdrawn_at: InstantColumn | null
  }
  'app.system_assertion': {
    system_id: Uuid
    number: string
    expires_at: InstantColumn
  }
  'app.system_token': {
    token_hash: Buffer
    system_id: Uuid
    scopes: string[]
    expires_at: InstantColumn
  }
  'app.worker_identity': {
    issuer: string
    subject: string
    worker_id: Uuid
    bound_at: Generated<InstantColumn>
  }
  class_mapping: {
    id: Generated<Uuid>
    claim: string
    value: string
    class: 'practitioner' | 'duty' | 'director' | 'data_quality' | 'administrator'
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  duty_shift: {
    id: Generated<Uuid>
    worker_id: Uuid
    team_id: Uuid | null
    starts_at: InstantColumn
    ends_at: InstantColumn
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  organisation: {
    id: Generated<Uuid>
    name: string
    kind: 'council' | 'nhs' | 'police' | 'school' | 'probation' | 'voluntary' | 'housing' | 'court' | 'other'
    telephone: string | null
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    address_lines: string | null
    postcode: string | null
  }
  partner_system: {
    id: Generated<Uuid>
    organisation_id: Uuid
    name: string
    codes: string[]
    scopes: string[]
    keys: JsonColumn
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  post: {
    id: Generated<Uuid>
    worker_id: Uuid
    team_id: Uuid | null
    service_area_id: Uuid | null
    role:
      | 'social_worker'
      | 'senior_social_worker'
      | 'team_manager'
      | 'service_leader'
      | 'conference_chair'
      | 'family_help_practitioner'
      | 'mental_health_practitioner'
      | 'substance_misuse_practitioner'
      | 'domestic_abuse_practitioner'
      | 'health_visitor'
      | 'school_nurse'
      | 'designated_safeguarding_lead'
      | 'business_support'
      | 'out_of_hours'
      | 'duty_manager'
      | 'director'
      | 'data_quality_officer'
      | 'administrator'
      | 'mash_partner'
    fte: Generated<number>
    holds_cases: Generated<boolean>
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    covers_post_id: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    established_post_id: Uuid | null
    employment: Generated<'permanent' | 'fixed_term' | 'agency' | 'seconded' | 'student'>
  }
  service_area: {
    id: Generated<Uuid>
    name: string
    districts: Generated<string[]>
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  setting: {
    id: Generated<Uuid>
    key: string
    value: JsonColumn
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  team: {
    id: Generated<Uuid>
    organisation_id: Uuid | null
    service_area_id: Uuid | null
    name: string
    kind:
      | 'front_door'
      | 'duty'
      | 'family_safeguarding'
      | 'children_in_care'
      | 'conference_service'
      | 'family_help'
      | 'health'
      | 'education'
      | 'administration'
      | 'other'
    telephone: string | null
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  worker: {
    id: Generated<Uuid>
    organisation_id: Uuid | null
    display_name: string
    email: string | null
    telephone: string | null
    sign_in_subject: string | null
    class: Generated<'practitioner' | 'duty' | 'director' | 'data_quality' | 'administrator'>
    started_on: Temporal.PlainDate | null
    left_at: InstantColumn | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  worker_registration: {
    id: Generated<Uuid>
    worker_id: Uuid
    body: string
    number: string
    expires_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
