// Written by src/platform/db/writeTables.ts from the migrated database: change the migrations, then run it.
import type { GeneratedAlways } from 'kysely'
import type { Generated, InstantColumn, JsonColumn } from '#platform/db'
import type { Uuid } from '#platform/ids'

export interface ChildProtectionTables {
  body_map_mark: {
    id: Generated<Uuid>
    person_id: Uuid
    enquiry_id: Uuid | null
    view: string
    region: string
    x: number | null
    y: number | null
    kind:
      | 'bruise'
      | 'cut'
      | 'graze'
      | 'burn_or_scald'
      | 'bite'
      | 'swelling'
      | 'scar'
      | 'rash'
      | 'fracture_seen'
      | 'other'
    site: string | null
    length_mm: number | null
    width_mm: number | null
    shape: string | null
    colour: string | null
    noticed: Generated<string[]>
    is_mobile: boolean | null
    seen_by: string
    seen_at: InstantColumn
    child_words: string | null
    explanation: string | null
    explained_by: string | null
    corrects_id: Uuid | null
    correction_reason: string | null
    is_withdrawn: Generated<boolean>
    recorder_id: Generated<Uuid>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  chair_note: {
    id: Generated<Uuid>
    meeting_id: Uuid
    said: string
    corrects_id: Uuid | null
    made_by: Generated<Uuid>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  conference: {
    id: Generated<Uuid>
    person_id: Uuid
    referral_id: Uuid | null
    s47_enquiry_id: Uuid | null
    kind: 'initial' | 'review' | 'transfer_in' | 'pre_birth'
    held_on: Temporal.PlainDate
    decision: 'plan' | 'no_plan' | 'plan_continues' | 'plan_ends' | null
    summary: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    meeting_id: Uuid | null
  }
  conference_correction: {
    id: Generated<Uuid>
    meeting_id: Uuid
    invitee_id: Uuid
    said: string
    said_on: Temporal.PlainDate
    is_late: boolean
    made_by: Generated<Uuid>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  conference_line: {
    id: Generated<Uuid>
    meeting_id: Uuid
    person_id: Uuid | null
    outcome: string
    baseline: string
    what_will_change: string
    what: string | null
    owner_worker_id: Uuid | null
    owner_person_id: Uuid | null
    owner_name: string | null
    due_on: Temporal.PlainDate | null
    removed_at: InstantColumn | null
    made_by: Generated<Uuid>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  copy_answer: {
    id: Generated<Uuid>
    copy_id: Uuid
    part: number | null
    kind:
      | 'agrees'
      | 'disagrees'
      | 'comment'
      | 'own_words'
      | 'wants_from_meeting'
      | 'wants_advocate'
      | 'wants_interpreter'
      | 'understood'
      | 'not_understood'
    words: string | null
    document_id: Uuid | null
    given_at: Generated<InstantColumn>
    by_recipient: Generated<boolean>
    noted_by: Generated<Uuid>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    given_how: 'in_person' | 'telephone' | 'in_writing' | 'recording' | 'portal' | null
    helped_by: string | null
  }
  copy_event: {
    id: Generated<Uuid>
    copy_id: Uuid
    kind: 'sent' | 'received' | 'opened' | 'explained' | 'read_aloud' | 'came_back'
    way: 'portal' | 'post' | 'by_hand' | 'read_aloud' | 'meeting'
    happened_at: InstantColumn
    remark: string | null
    by_recipient: Generated<boolean>
    noted_by: Generated<Uuid>
    noted_at: Generated<InstantColumn>
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
    meeting_id: Uuid | null
  }
  core_group_member: {
    id: Generated<Uuid>
    person_id: Uuid
    cp_plan_id: Uuid
    worker_id: Uuid | null
    involvement_id: Uuid | null
    member_id: Uuid | null
    part: string | null
    since_on: Temporal.PlainDate
    until_on: Temporal.PlainDate | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  core_group_record: {
    id: Generated<Uuid>
    person_id: Uuid
    core_group_id: Uuid
    came: Generated<Uuid[]>
    what_changed: string
    plan_changed: boolean
    child_words: string | null
    no_child_words_because: string | null
    next_on: Temporal.PlainDate | null
    written_by: Generated<Uuid>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  cp_category: {
    id: Generated<Uuid>
    person_id: Uuid
    cp_plan_id: Uuid
    category: string
    since_on: Temporal.PlainDate
    meeting_id: Uuid | null
    decided_by: Generated<Uuid>
    reasons: string
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  cp_dispute: {
    id: Generated<Uuid>
    person_id: Uuid
    meeting_id: Uuid | null
    kind: 'decision' | 'chair'
    about: string
    wants: string
    raised_by: Generated<Uuid>
    raised_at: Generated<InstantColumn>
    party_ids: Generated<Uuid[]>
    settled_at: InstantColumn | null
    outcome: 'agreed' | 'agreed_in_part' | 'not_agreed' | 'withdrawn' | null
    outcome_words: string | null
    version: Generated<number>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  cp_dispute_stage: {
    id: Generated<Uuid>
    dispute_id: Uuid
    place: number
    goes_to: Uuid
    asked_at: Generated<InstantColumn>
    due_on: Temporal.PlainDate
    answer: string | null
    answered_at: InstantColumn | null
    version: Generated<number>
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
    meeting_id: Uuid | null
    previous_elsewhere: number | null
    previous_told_by: string | null
    end_event: 'review_conference' | 'moved' | 'died' | 'aged_18' | 'adopted' | 'left_country' | null
    end_meeting_id: Uuid | null
    end_evidence: string | null
    version: Generated<number>
  }
  cp_review: {
    id: Generated<Uuid>
    person_id: Uuid
    cp_plan_id: Uuid
    held_on: Temporal.PlainDate
    decision: 'plan_continues' | 'plan_ends' | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    meeting_id: Uuid | null
  }
  enquiry_discussion: {
    id: Generated<Uuid>
    person_id: Uuid
    enquiry_id: Uuid
    meeting_id: Uuid | null
    held_at: InstantColumn
    began_it: boolean
    took_part: string[]
    quorum_exception: string | null
    decided: string
    record_sent_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  enquiry_line: {
    id: Generated<Uuid>
    person_id: Uuid
    enquiry_id: Uuid
    shared_id: Uuid | null
    question: string
    who: string
    due_on: Temporal.PlainDate | null
    answer: string | null
    answered_on: Temporal.PlainDate | null
    answered_by: Uuid | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  enquiry_medical: {
    id: Generated<Uuid>
    person_id: Uuid
    enquiry_id: Uuid
    kind: 'child_protection' | 'sexual_harm' | 'skeletal_survey' | 'eyes' | 'other'
    asked_on: Temporal.PlainDate
    consent: 'given' | 'refused' | 'court' | 'not_yet' | null
    consent_by: string | null
    child_agrees: 'yes' | 'no' | 'too_young' | null
    doctor_involvement_id: Uuid | null
    doctor_name: string | null
    held_at: InstantColumn | null
    findings: string | null
    outcome: 'consistent' | 'not_consistent' | 'not_certain' | 'nothing_found' | 'not_held' | null
    document_id: Uuid | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  family_group_meeting: {
    id: Generated<Uuid>
    person_id: Uuid
    pre_proceedings_id: Uuid
    held_on: Temporal.PlainDate
    coordinator: string | null
    came: string
    child_came: boolean
    family_plan: string | null
    authority_agrees: string
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  family_group_offer: {
    id: Generated<Uuid>
    person_id: Uuid
    pre_proceedings_id: Uuid
    recipient_id: Uuid
    letter_id: Uuid | null
    offered_on: Temporal.PlainDate
    how: 'in_letter' | 'letter_apart' | 'in_person' | 'telephone'
    answer: 'accepted' | 'refused' | 'no_answer' | null
    answered_on: Temporal.PlainDate | null
    words: string | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  harm_action: {
    id: Generated<Uuid>
    person_id: Uuid
    plan_action_id: Uuid
    link_id: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  harm_assessment: {
    id: Generated<Uuid>
    person_id: Uuid
    assessed_on: Temporal.PlainDate
    kinds: string[]
    indicators: string[]
    level: 'none' | 'emerging' | 'moderate' | 'significant'
    reasons: string
    child_words: string | null
    next_review_on: Temporal.PlainDate | null
    assessed_by: Generated<Uuid>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  harm_concern: {
    id: Generated<Uuid>
    person_id: Uuid
    kind: string
    noted_on: Temporal.PlainDate
    source:
      | 'child'
      | 'family'
      | 'school'
      | 'police'
      | 'health'
      | 'youth_work'
      | 'social_care'
      | 'community'
      | 'other'
    words: string
    ended_on: Temporal.PlainDate | null
    end_reason: string | null
    version: Generated<number>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  harm_link: {
    id: Generated<Uuid>
    person_id: Uuid
    kind: 'network' | 'place' | 'adult' | 'peer'
    network_id: Uuid | null
    place_id: Uuid | null
    adult_id: Uuid | null
    adult_name: string | null
    peer_id: Uuid | null
    role: string
    since_on: Temporal.PlainDate
    source:
      | 'child'
      | 'family'
      | 'school'
      | 'police'
      | 'health'
      | 'youth_work'
      | 'social_care'
      | 'community'
      | 'other'
    certainty: 'confirmed' | 'likely' | 'suspected'
    words: string | null
    ended_on: Temporal.PlainDate | null
    end_reason: string | null
    version: Generated<number>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  harm_network: {
    id: Generated<Uuid>
    name: string
    reference: string
    kind: string
    opened_on: Temporal.PlainDate
    closed_on: Temporal.PlainDate | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  harm_place: {
    id: Generated<Uuid>
    name: string
    kind:
      | 'open_space'
      | 'street'
      | 'shop'
      | 'licensed'
      | 'transport'
      | 'school'
      | 'address'
      | 'online'
      | 'other'
    located: string | null
    known: string
    risk: 'low' | 'medium' | 'high'
    noted_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  immediate_action: {
    id: Generated<Uuid>
    person_id: Uuid
    enquiry_id: Uuid
    done: string
    done_by: string
    done_at: InstantColumn
    power:
      | 'agreement'
      | 'accommodation'
      | 'police_protection'
      | 'emergency_protection_order'
      | 'exclusion_requirement'
      | 'interim_care_order'
      | 'none'
    power_remark: string | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    meeting_id: Uuid | null
  }
  legal_advice: {
    id: Generated<Uuid>
    person_ids: Uuid[]
    matter: string
    advice: string
    given_by: string
    given_on: Temporal.PlainDate
    author_id: Generated<Uuid>
    reader_ids: Uuid[]
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  meeting: {
    id: Generated<Uuid>
    kind: 'strategy' | 'initial' | 'review' | 'transfer_in' | 'pre_birth' | 'core_group'
    person_ids: Uuid[]
    reason: string
    acted_first: string | null
    acted_at: InstantColumn | null
    planned_at: InstantColumn
    minutes: Generated<number>
    how: Generated<'in_person' | 'online' | 'mixed' | 'telephone'>
    place: string | null
    chair_id: Uuid | null
    administrator_id: Uuid | null
    previous_id: Uuid | null
    agenda: Generated<JsonColumn>
    status: Generated<'planned' | 'in_session' | 'held' | 'adjourned' | 'cancelled'>
    started_at: InstantColumn | null
    ended_at: InstantColumn | null
    stopped_because: string | null
    quorum_exception: string | null
    quorum_exception_by: Uuid | null
    invited_ids: Generated<Uuid[]>
    papers_until: Temporal.PlainDate
    version: Generated<number>
    created_by: Generated<Uuid | null>
    created_at: Generated<InstantColumn>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    identified_at: InstantColumn | null
    acted_by: string | null
    acted_power:
      | 'agreement'
      | 'accommodation'
      | 'police_protection'
      | 'emergency_protection_order'
      | 'exclusion_requirement'
      | 'interim_care_order'
      | 'none'
      | null
    carried_paper_id: Uuid | null
  }
  meeting_child: {
    id: Generated<Uuid>
    meeting_id: Uuid
    person_id: Uuid
    child_words: string | null
    words_how: 'in_person' | 'through_advocate' | 'told_worker' | 'written' | 'drawn' | 'recorded' | null
    no_words_because: string | null
    decision:
      | 'start_enquiry'
      | 'no_enquiry'
      | 'enquiry_continues'
      | 'plan'
      | 'no_plan'
      | 'plan_continues'
      | 'plan_ends'
      | 'no_decision'
      | null
    is_joint_with_police: boolean | null
    see_child_by: InstantColumn | null
    category: string | null
    threshold_reason: string | null
    reasons: string | null
    decided_at: InstantColumn | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  meeting_contribution: {
    id: Generated<Uuid>
    meeting_id: Uuid
    invitee_id: Uuid | null
    person_id: Uuid | null
    kind: 'information' | 'strength' | 'worry' | 'what_needs_to_happen' | 'view' | 'summary'
    said: string
    said_at: Generated<InstantColumn>
    data_class: Generated<'B3' | 'C3' | 'C4'>
    originator_id: Uuid | null
    readers: Generated<Uuid[]>
    corrects_id: Uuid | null
    made_by: Generated<Uuid>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  meeting_invitee: {
    id: Generated<Uuid>
    meeting_id: Uuid
    side: 'professional' | 'family'
    agency:
      | 'social_care'
      | 'police'
      | 'health'
      | 'education'
      | 'probation'
      | 'adult_mental_health'
      | 'substance_misuse'
      | 'domestic_abuse'
      | 'housing'
      | 'legal'
      | 'voluntary'
      | 'other'
      | null
    worker_id: Uuid | null
    organisation_id: Uuid | null
    involvement_id: Uuid | null
    person_id: Uuid | null
    standing: 'mother' | 'father' | 'other_parent' | 'child' | 'carer' | 'relative' | 'supporter' | null
    needs: string | null
    language: string | null
    advocate: 'asked_for' | 'found' | 'declined' | null
    invited_at: Generated<InstantColumn>
    response: Generated<'none' | 'coming' | 'apologies' | 'sends_somebody'>
    responded_at: InstantColumn | null
    report_expected: Generated<boolean>
    chased_at: Generated<Temporal.Instant[]>
    excluded_because: string | null
    excluded_by: Uuid | null
    attended: 'in_person' | 'online' | 'telephone' | 'did_not_come' | null
    withdrawn_at: InstantColumn | null
    withdrawn_because: string | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    came_instead: string | null
    record_sent_at: InstantColumn | null
    record_sent_how: 'kith' | 'secure_email' | 'by_hand' | 'post' | null
    record_acknowledged_at: InstantColumn | null
    carried_paper_id: Uuid | null
  }
  meeting_view: {
    id: Generated<Uuid>
    meeting_id: Uuid
    invitee_id: Uuid
    person_id: Uuid
    view:
      | 'start_enquiry'
      | 'no_enquiry'
      | 'plan'
      | 'no_plan'
      | 'plan_continues'
      | 'plan_ends'
      | 'no_view'
      | null
    category: string | null
    reasons: string | null
    safety: number | null
    safety_why: string | null
    dissents: Generated<boolean>
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  missing_entry: {
    id: Generated<Uuid>
    person_id: Uuid
    episode_id: Uuid
    kind: 'action' | 'sighting' | 'report'
    happened_at: InstantColumn
    words: string
    written_by: Generated<Uuid>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  missing_episode: {
    id: Generated<Uuid>
    person_id: Uuid
    kind: 'missing' | 'away'
    started_at: InstantColumn
    reported_at: InstantColumn
    reported_by: string
    left_from: 'home' | 'placement' | 'relative' | 'school' | 'other'
    left_from_detail: string | null
    last_seen: string
    last_seen_at: InstantColumn | null
    police_told_at: InstantColumn | null
    police_reference: string | null
    police_not_told_reason: string | null
    risk: 'no_apparent' | 'low' | 'medium' | 'high'
    risk_reasons: string
    found_at: InstantColumn | null
    found_where: string | null
    found_how: 'came_back' | 'family' | 'carer' | 'police' | 'worker' | 'other' | null
    returned_to: 'home' | 'placement' | 'relative' | 'hospital' | 'police' | 'other' | null
    returned_how: string | null
    withdrawn_at: InstantColumn | null
    withdrawn_reason: string | null
    version: Generated<number>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  paper: {
    id: Generated<Uuid>
    kind:
      | 'social_work_report'
      | 'agency_report'
      | 'conference_record'
      | 'outline_plan'
      | 'protection_plan'
      | 'letter'
      | 'child_voice'
    meeting_id: Uuid | null
    invitee_id: Uuid | null
    person_ids: Uuid[]
    document_id: Uuid | null
    status: Generated<'draft' | 'finished' | 'replaced' | 'withdrawn'>
    finished_at: InstantColumn | null
    finished_by: Uuid | null
    replaces_id: Uuid | null
    correction_reason: string | null
    made_by: Generated<Uuid>
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    unread: string | null
    hidden_words: string | null
    hidden_decision: 'left_out' | 'taken_in' | null
    read_through_by: Uuid | null
    read_through_at: InstantColumn | null
  }
  paper_copy: {
    id: Generated<Uuid>
    paper_id: Uuid
    meeting_id: Uuid | null
    person_ids: Uuid[]
    recipient_id: Uuid | null
    invitee_id: Uuid | null
    content: JsonColumn
    content_hash: Buffer
    part_ids: Uuid[]
    lang: Generated<string>
    findings: Generated<JsonColumn>
    findings_answer: string | null
    walled: Generated<boolean>
    shared_because: string | null
    status: Generated<'composed' | 'approved' | 'released' | 'refused' | 'withdrawn' | 'replaced'>
    approved_by: Generated<Uuid[]>
    approved_at: InstantColumn | null
    released_at: InstantColumn | null
    released_by: Uuid | null
    late_because: string | null
    ended_because: string | null
    composed_by: Generated<Uuid>
    composed_at: Generated<InstantColumn>
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    in_portal: Generated<boolean>
  }
  paper_part: {
    id: Generated<Uuid>
    paper_id: Uuid
    place: number
    heading: string
    words: Generated<string>
    person_ids: Generated<Uuid[]>
    source: Generated<'own_work' | 'agency' | 'police' | 'family' | 'member_of_public' | 'child' | 'other'>
    source_words: string | null
    is_third_party: Generated<boolean>
    offered_to: Generated<string[]>
    data_class: Generated<'B3' | 'C3'>
    removed_at: InstantColumn | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    asked_who: string | null
    asked_of_id: Uuid | null
    by_when: Temporal.PlainDate | null
    origin: 'assessment' | 'enquiry' | 'plan' | 'document' | 'paper' | null
    origin_id: Uuid | null
    origin_words: string | null
    easy_read: Generated<JsonColumn>
  }
  part_showing: {
    id: Generated<Uuid>
    part_id: Uuid
    recipient_id: Uuid | null
    invitee_id: Uuid | null
    shows: boolean
    why: string | null
    decided_by: Generated<Uuid>
    decided_at: Generated<InstantColumn>
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
    ground: 'safety' | 'third_party' | 'not_theirs' | 'age' | 'police' | 'legal' | 'other' | null
  }
  part_translation: {
    id: Generated<Uuid>
    part_id: Uuid
    lang: string
    heading: string
    words: string
    translator: string
    of_version: number
    version: Generated<number>
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
    together_id: Uuid | null
    reasons: string | null
    decided_by: Uuid | null
    exempt_on: Temporal.PlainDate | null
    exempt_because: string | null
    exempt_by: Uuid | null
    step: 'step_down' | 'issue' | null
    step_reasons: string | null
    step_by: Uuid | null
    application_reasons: string | null
    version: Generated<number>
  }
  pre_proceedings_extension: {
    id: Generated<Uuid>
    person_id: Uuid
    pre_proceedings_id: Uuid
    weeks: number
    decided_on: Temporal.PlainDate
    reasons: string
    decided_by: Generated<Uuid | null>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  pre_proceedings_meeting: {
    id: Generated<Uuid>
    person_id: Uuid
    pre_proceedings_id: Uuid
    kind: 'initial' | 'midway' | 'review'
    held_on: Temporal.PlainDate
    came: string
    represented: boolean | null
    agreed: string
    next_on: Temporal.PlainDate | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_lead: {
    id: Generated<Uuid>
    person_id: Uuid
    worker_id: Uuid
    involvement_id: Uuid | null
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_team: {
    id: Generated<Uuid>
    name: string
    service_area_id: Uuid | null
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  protection_team_member: {
    id: Generated<Uuid>
    protection_team_id: Uuid
    worker_id: Uuid | null
    professional_name: string | null
    discipline: 'education' | 'social_work' | 'health' | 'police' | 'other'
    nominated_by: string | null
    started_on: Temporal.PlainDate
    ended_on: Temporal.PlainDate | null
    version: Generated<number>
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  return_interview: {
    id: Generated<Uuid>
    person_id: Uuid
    offered_at: InstantColumn
    offered_by: string
    is_independent: boolean
    answer: 'accepted' | 'refused' | null
    answered_at: InstantColumn | null
    answer_words: string | null
    done_at: InstantColumn | null
    done_by: string | null
    words: string | null
    push_factors: Generated<string[]>
    pull_factors: Generated<string[]>
    harm: string | null
    follow_up: string | null
    version: Generated<number>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
  return_interview_episode: {
    id: Generated<Uuid>
    person_id: Uuid
    interview_id: Uuid
    episode_id: Uuid
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
    begun_together: Uuid | null
    is_immediate: Generated<boolean>
    began_at: InstantColumn | null
    is_joint_with_police: boolean | null
    lead_worker_id: Uuid | null
    see_child_by: InstantColumn | null
    not_seen_reason: string | null
    proposed_outcome: 'not_substantiated' | 'substantiated_no_continuing_risk' | 'continuing_risk' | null
    outcome_reasons: string | null
    is_conference_asked: boolean | null
    no_conference_reason: string | null
    interim_safety: string | null
    stopped_on: Temporal.PlainDate | null
    stopped_how: 'begun_in_error' | 'superseded' | 'other_authority' | null
    stopped_reason: string | null
    superseded_by: Uuid | null
    version: Generated<number>
  }
  transfer_in: {
    id: Generated<Uuid>
    person_id: Uuid
    from_authority: string
    from_contact: string | null
    told_on: Temporal.PlainDate
    is_permanent: boolean
    accepted_on: Temporal.PlainDate | null
    accepted_by: Uuid | null
    their_plan_since: Temporal.PlainDate | null
    their_category: string | null
    their_plans: number | null
    ended_on: Temporal.PlainDate | null
    ended_because: string | null
    version: Generated<number>
    submission: Uuid | null
    recorded_from: GeneratedAlways<Temporal.Instant>
    recorded_by: GeneratedAlways<Uuid | null>
  }
}
