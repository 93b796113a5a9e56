// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn, JsonColumn } from '#platform/db'
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
  approval: {
    id: Generated<Uuid>
    kind: string
    subject_id: Uuid
    person_ids: Uuid[]
    team_id: Uuid
    to_worker_id: Uuid | null
    remark: string | null
    submitted_by: Generated<Uuid>
    submitted_at: Generated<InstantColumn>
    decided_by: Uuid | null
    decided_at: InstantColumn | null
    outcome: 'authorised' | 'returned' | 'withdrawn' | null
    reason: string | null
    version: Generated<number>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  cin_closure: {
    id: Generated<Uuid>
    person_id: Uuid
    closing_id: Uuid
    plan_id: Uuid
    ends_on: Temporal.PlainDate
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
    closes_case: boolean
    closure_reason: string | null
    achieved: string
    what_next: string
    turns_to: string
    decided_outcome: 'authorised' | 'returned' | 'withdrawn' | null
    submission: Uuid | null
    version: Generated<number>
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
  court_chronology: {
    id: Generated<Uuid>
    person_ids: Uuid[]
    from_on: Temporal.PlainDate
    until_on: Temporal.PlainDate
    is_full: Generated<boolean>
    court: string | null
    case_number: string | null
    made_on: Temporal.PlainDate
    made_by: Generated<Uuid | null>
    issued_on: Temporal.PlainDate | null
    issued_by: Uuid | null
    issue: Generated<number>
    version: Generated<number>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  court_chronology_line: {
    id: Generated<Uuid>
    chronology_id: Uuid
    person_ids: Uuid[]
    happened_on: Temporal.PlainDate
    event: string
    said_by: string | null
    source: string
    is_other_agency: Generated<boolean>
    impact: string | null
    action: string | null
    source_path: string | null
    source_event: string | null
    is_hidden: Generated<boolean>
    hidden_reason: string | null
    merged_into: Uuid | null
    curated_by: Uuid | null
    curated_at: InstantColumn | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  court_chronology_person: {
    id: Generated<Uuid>
    chronology_id: Uuid
    person_id: Uuid
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  document: {
    id: Generated<Uuid>
    person_ids: Uuid[]
    kind:
      | 'letter'
      | 'report'
      | 'assessment'
      | 'plan'
      | 'form'
      | 'picture'
      | 'court'
      | 'medical'
      | 'school'
      | 'other'
    title: string
    direction: 'in' | 'out'
    media_type: string
    file_name: string
    size_bytes: number
    sha256: Buffer
    original_sha256: Buffer
    stored_key: string
    scan: Generated<'not_scanned' | 'clean' | 'infected' | 'made_here'>
    scanned_at: InstantColumn | null
    scan_remark: string | null
    received_from: string | null
    dated_on: Temporal.PlainDate | null
    made_by: Generated<Uuid | null>
    made_at: Generated<InstantColumn>
    replaces_id: Uuid | null
    withdrawn_at: InstantColumn | null
    withdrawn_reason: string | null
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    brought_to: Uuid | null
  }
  document_part: {
    id: Generated<Uuid>
    document_id: Uuid
    place: number
    label: string
    pages: string | null
    source_kind:
      | 'social_care'
      | 'police'
      | 'strategy_discussion'
      | 'health'
      | 'school'
      | 'probation'
      | 'family'
      | 'third_party'
      | 'other'
    source_name: string | null
    is_third_party: Generated<boolean>
    may_be_shown_to: Generated<string[]>
    decided_by: Uuid | null
    decided_at: InstantColumn | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    wanted_for: string[] | null
    held_because: JsonColumn | null
    released_by: Generated<Uuid[]>
    read_through_by: Uuid | null
    read_through_at: InstantColumn | null
  }
  document_person: {
    id: Generated<Uuid>
    document_id: Uuid
    person_id: Uuid
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  ecomap_link: {
    id: Generated<Uuid>
    person_id: Uuid
    kind: 'person' | 'agency' | 'place'
    label: string | null
    other_id: Uuid | null
    involvement_id: Uuid | null
    strength: 'strong' | 'ordinary' | 'tenuous' | 'stressful'
    direction: Generated<'to_child' | 'from_child' | 'both' | 'none'>
    remark: string | null
    noted_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    noted_by: Generated<Uuid | null>
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
  letter: {
    id: Generated<Uuid>
    person_ids: Uuid[]
    template: string
    recipient_person_id: Uuid | null
    recipient_organisation_id: Uuid | null
    recipient_involvement_id: Uuid | null
    address_id: Uuid | null
    recipient_relation: string
    body: JsonColumn
    status: Generated<'draft' | 'held' | 'ready' | 'sent' | 'stopped'>
    held_because: JsonColumn | null
    released_by: Generated<Uuid[]>
    released_hash: Buffer | null
    document_id: Uuid | null
    sent_on: Temporal.PlainDate | null
    sent_by: Uuid | null
    sent_how: 'post' | 'by_hand' | 'collected' | null
    stopped_reason: string | null
    made_by: Generated<Uuid | null>
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  letter_person: {
    id: Generated<Uuid>
    letter_id: Uuid
    person_id: Uuid
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  need: {
    id: Generated<Uuid>
    person_id: Uuid
    kind:
      | 'domestic_abuse'
      | 'mental_health'
      | 'substance_misuse'
      | 'parenting'
      | 'neglect'
      | 'housing'
      | 'money'
      | 'learning'
      | 'disability'
      | 'health'
      | 'school'
      | 'exploitation'
      | 'young_carer'
      | 'immigration'
      | 'other'
    description: string | null
    noted_on: Temporal.PlainDate
    noted_by_discipline:
      | 'social_work'
      | 'family_help'
      | 'health_visiting'
      | 'school_nursing'
      | 'school'
      | 'police'
      | 'mental_health'
      | 'substance_misuse'
      | 'domestic_abuse'
      | 'probation'
      | 'housing'
      | 'family'
      | 'other'
    noted_by: Generated<Uuid | null>
    source_kind: string | null
    source_id: Uuid | null
    met_on: Temporal.PlainDate | null
    no_help_reason: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    adult_id: Uuid | null
  }
  note: {
    id: Generated<Uuid>
    family_id: Uuid | null
    kind: 'visit' | 'telephone' | 'meeting' | 'message' | 'supervision' | 'oversight' | 'other'
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
  plan_action: {
    id: Generated<Uuid>
    person_id: Uuid
    outcome_id: Uuid
    what: string
    owner_worker_id: Uuid | null
    owner_person_id: Uuid | null
    owner_name: string | null
    due_on: Temporal.PlainDate
    done_on: Temporal.PlainDate | null
    result: string | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  plan_outcome: {
    id: Generated<Uuid>
    person_id: Uuid
    plan_kind: 'cin_plan' | 'protection_plan'
    plan_id: Uuid
    place: Generated<number>
    need_id: Uuid | null
    outcome: string
    baseline: string | null
    what_will_change: string | null
    status: Generated<'open' | 'achieved' | 'part_achieved' | 'not_achieved' | 'dropped'>
    status_reason: string | null
    ended_on: Temporal.PlainDate | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  plan_review: {
    id: Generated<Uuid>
    person_id: Uuid
    plan_kind: 'cin_plan' | 'protection_plan'
    plan_id: Uuid
    held_on: Temporal.PlainDate
    attended: string | null
    progress: string
    child_view: string | null
    no_child_view_reason: string | null
    parent_view: string | null
    no_parent_view_reason: string | null
    decision: 'continue' | 'step_up' | 'step_down' | 'close'
    decision_reason: string | null
    next_review_on: Temporal.PlainDate | null
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  plan_share: {
    id: Generated<Uuid>
    person_id: Uuid
    plan_kind: 'cin_plan' | 'protection_plan'
    plan_id: Uuid
    recipient_id: Uuid
    shared_on: Temporal.PlainDate
    how: 'read_together' | 'by_hand' | 'post' | 'email'
    lang: Generated<string>
    understood: 'yes' | 'partly' | 'no' | null
    agrees: 'yes' | 'partly' | 'no' | null
    words: string | null
    heard_on: Temporal.PlainDate | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    copied_because: string | null
    copied_notes: Generated<Uuid[]>
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
  transfer: {
    id: Generated<Uuid>
    person_id: Uuid
    moves_id: Uuid
    from_team_id: Uuid
    to_team_id: Uuid | null
    to_authority: string | null
    to_authority_contact: string | null
    handover: string
    moves_on: Temporal.PlainDate
    requested_by: Generated<Uuid>
    requested_at: Generated<InstantColumn>
    decided_by: Uuid | null
    decided_at: InstantColumn | null
    outcome: 'accepted' | 'refused' | 'withdrawn' | null
    reason: string | null
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
