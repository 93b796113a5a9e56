/**
 * How a table is judged. B1: the plan of a child in need. B2S: readable by those who see only a summary of the statutory record too.
 * several: about several people at once, or a part of something that is.
 */
export type TableKind =
  | 'directory'
  | 'A2'
  | 'B1'
  | 'B2'
  | 'B2S'
  | 'note'
  | 'group'
  | 'several'
  | 'contact'
  | 'transfer'
  /** Privileged: for its author and whom it names. */
  | 'legal'
  /** What plans share of harm outside the home. */
  | 'harm'
  /** B3: a meeting about children, a paper in parts, and what the family's portal keeps in the record. */
  | 'meeting'
  /** A disagreement about a plan, and its stages. */
  | 'dispute'
  | 'paper'
  | 'portal'
  /** The team's work with a family, and what a practitioner's own service keeps of it. */
  | 'C1'
  | 'C2'
  /** Posts, money and decisions of the workforce; and what is D1, of staff. */
  | 'workforce'
  | 'staff'
  /** What hospitals tell of a visit. */
  | 'visit'
  /** What the police and schools tell. */
  | 'partner'
  /** What other agencies know, and say that they know. */
  | 'agency'
  /** How children of a school attend, and how its safeguarding leads are supported. */
  | 'school'
  /** What the NHS and systems of others are told. */
  | 'told'

/**
 * Every table of the record and its data class (domain.md 4.1). A `group` (family, household) has no person of its own
 * and is judged by those who were ever in it; a `note` by everyone it is about.
 */
export const tables = {
  organisation: 'directory',
  service_area: 'directory',
  team: 'directory',
  worker: 'directory',
  post: 'directory',
  worker_registration: 'directory',
  duty_shift: 'directory',
  setting: 'directory',
  class_mapping: 'directory',
  partner_system: 'directory',
  subscription: 'directory',
  health_sender: 'directory',
  neighbour_council: 'directory',
  nursing_area: 'directory',
  attendance_tally: 'directory',
  protection_team: 'directory',
  protection_team_member: 'directory',
  person: 'A2',
  person_name: 'A2',
  person_identifier: 'A2',
  person_disability: 'A2',
  person_contact: 'A2',
  person_address: 'A2',
  relationship: 'A2',
  family_member: 'A2',
  household_member: 'A2',
  allocation: 'A2',
  involvement: 'A2',
  protection_lead: 'A2',
  alert: 'A2',
  family: 'group',
  household: 'group',
  note: 'note',
  note_person: 'B2',
  significant_event: 'B2',
  task: 'B2',
  assessment: 'B2',
  assessment_factor: 'B2',
  assessment_event: 'B2',
  s47_enquiry: 'B2',
  enquiry_discussion: 'B2',
  immediate_action: 'B2',
  enquiry_line: 'B2',
  enquiry_medical: 'B2',
  body_map_mark: 'B2',
  conference: 'B2',
  cp_category: 'B2',
  core_group_member: 'B2',
  core_group_record: 'B2',
  transfer_in: 'B2',
  pre_proceedings: 'B2',
  family_group_offer: 'B2',
  family_group_meeting: 'B2',
  pre_proceedings_meeting: 'B2',
  pre_proceedings_extension: 'B2',
  referral: 'B2S',
  cin_plan: 'B2S',
  cp_plan: 'B2S',
  period_of_care: 'B2S',
  cp_review: 'B2S',
  core_group: 'B2S',
  clock: 'B2S',
  import_finding: 'B2S',
  import_run: 'directory',
  need: 'B1',
  plan_outcome: 'B1',
  plan_action: 'B1',
  plan_review: 'B1',
  plan_share: 'B1',
  cin_closure: 'B1',
  document_person: 'B2',
  letter_person: 'B2',
  ecomap_link: 'B2',
  court_chronology_person: 'B2',
  relationship_quality: 'B2',
  adult_relationship_quality: 'B2',
  pregnancy_end: 'B2',
  twin_likeness: 'B2',
  merge: 'A2',
  merge_row: 'A2',
  not_same_person: 'A2',
  transfer: 'transfer',
  approval: 'several',
  joint_assessment: 'several',
  assessment_view: 'several',
  assessment_checkpoint: 'several',
  assessment_share: 'several',
  assessment_source: 'several',
  document: 'several',
  document_part: 'several',
  letter: 'several',
  court_chronology: 'several',
  court_chronology_line: 'several',
  missing_episode: 'B2',
  missing_entry: 'B2',
  return_interview: 'B2',
  return_interview_episode: 'B2',
  harm_concern: 'B2',
  harm_assessment: 'B2',
  harm_action: 'B2',
  harm_link: 'harm',
  harm_network: 'harm',
  harm_place: 'harm',
  meeting: 'meeting',
  meeting_invitee: 'meeting',
  meeting_contribution: 'meeting',
  meeting_child: 'meeting',
  meeting_view: 'meeting',
  chair_note: 'meeting',
  conference_line: 'meeting',
  conference_correction: 'meeting',
  cp_dispute: 'dispute',
  cp_dispute_stage: 'dispute',
  paper: 'paper',
  paper_part: 'paper',
  part_showing: 'paper',
  part_translation: 'paper',
  paper_copy: 'paper',
  copy_event: 'paper',
  copy_answer: 'paper',
  family_account: 'portal',
  family_word: 'portal',
  portal_alarm: 'portal',
  family_channel: 'portal',
  contact: 'contact',
  contact_person: 'contact',
  contact_contribution: 'contact',
  contact_decision: 'contact',
  contact_feedback: 'contact',
  legal_advice: 'legal',
  workbook: 'C1',
  strand: 'C1',
  clinical_note: 'C2',
  practice_session: 'C1',
  chapter_summary: 'C1',
  module_progress: 'C1',
  group_supervision: 'C1',
  supervision_part: 'C1',
  family_feedback: 'C1',
  outcome_measure: 'C1',
  funding_stream: 'workforce',
  funding_spend: 'workforce',
  established_post: 'workforce',
  recruitment: 'workforce',
  rollout_wave: 'workforce',
  rollout_team: 'workforce',
  capacity_scenario: 'workforce',
  team_split: 'workforce',
  recommendation: 'workforce',
  decision: 'workforce',
  invest_case: 'workforce',
  invest_period: 'workforce',
  early_career: 'staff',
  worker_absence: 'staff',
  supervision_session: 'staff',
  practice_development: 'staff',
  supervision_action: 'staff',
  supervision_correction: 'staff',
  supervision_sample: 'staff',
  supervision_audit: 'staff',
  wellbeing_check: 'staff',
  case_direction: 'B2',
  protection_status: 'told',
  protection_change: 'told',
  protection_file: 'told',
  protection_file_body: 'told',
  protection_file_record: 'told',
  protection_access: 'told',
  protection_message: 'told',
  protection_work: 'told',
  protection_inactive: 'told',
  disclosure: 'told',
  disclosure_delivery: 'told',
  attendance: 'visit',
  attendance_event: 'visit',
  attendance_match: 'visit',
  attendance_decision: 'visit',
  attendance_notice: 'visit',
  attendance_question: 'visit',
  partner_notice: 'partner',
  partner_notice_match: 'partner',
  partner_notice_reader: 'partner',
  partner_notice_question: 'partner',
  contribution: 'agency',
  contribution_query: 'agency',
  agency_request: 'agency',
  agency_record: 'agency',
  school_attendance: 'school',
  school_enrolment: 'school',
  school_file: 'school',
  lead_supervision: 'school',
  lead_supervision_action: 'school',
  school_placement: 'directory',
} as const satisfies Record<string, TableKind>

export type Table = keyof typeof tables

/** domain.md 4.2, data-quality officer: the tables whose codes and dates a return needs. */
export const tablesOfDataQuality: readonly Table[] = [
  'person',
  'person_identifier',
  'person_disability',
  'family_member',
  'allocation',
  'note_person',
  'note',
  'referral',
  'assessment',
  'assessment_factor',
  'cin_plan',
  's47_enquiry',
  'conference',
  'cp_plan',
  'cp_review',
  'core_group',
  'pre_proceedings',
  'clock',
  'import_finding',
  'need',
  'plan_outcome',
  'plan_action',
  'plan_review',
  'plan_share',
  'assessment_event',
  'cin_closure',
  'transfer',
  'period_of_care',
  'missing_episode',
  'return_interview',
  'return_interview_episode',
]

/** Kept beside the record, as of today alone, and neither read nor written but through functions of their own. */
export const tablesBehindFunctions: readonly Table[] = ['family_channel']

/** Written by functions of their own alone: two people ask and confirm that two records are of one person, or that they are not. */
export const tablesOfMerges: readonly Table[] = ['merge', 'merge_row', 'not_same_person']

/** 4.2, "Migration and integration service actor: acts only through listed commands": what an import writes and nobody else. */
export const tablesOfImports: readonly Table[] = ['import_run']

/** @returns the name as a table of the record. @throws when the oracle has no rule for it: give it a class in `tables`. */
export function tableNamed(name: string): Table {
  if (isTable(name)) return name
  throw new Error(`The oracle has no rule for the table ${name}: give it a class in test/oracle/tables.ts.`)
}

function isTable(name: string): name is Table {
  return Object.hasOwn(tables, name)
}
