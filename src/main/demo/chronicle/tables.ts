import type { AgenciesTables } from '#modules/agencies'
import type { AssessmentsTables } from '#modules/assessments'
import type { CaseworkTables } from '#modules/casework'
import type { ChildProtectionTables } from '#modules/child-protection'
import type { ChildrenInCareTables } from '#modules/children-in-care'
import type { FamilySafeguardingTables } from '#modules/family-safeguarding'
import type { FrontDoorTables } from '#modules/front-door'
import type { HealthTables } from '#modules/health'
import type { PartnersTables } from '#modules/partners'
import type { PeopleTables } from '#modules/people'
import type { SchoolsTables } from '#modules/schools'
import type { SupervisionTables } from '#modules/supervision'
import type { WorkforceTables } from '#modules/workforce'
import type { Uuid } from '#platform/ids'

type Tables = AgenciesTables &
  AssessmentsTables &
  CaseworkTables &
  ChildProtectionTables &
  ChildrenInCareTables &
  FamilySafeguardingTables &
  FrontDoorTables &
  HealthTables &
  PartnersTables &
  PeopleTables &
  SchoolsTables &
  SupervisionTables &
  WorkforceTables

/** The record tables that the demo tells of, in the order in which their keys allow them to be written. */
export const toldTables = [
  'setting',
  'organisation',
  'service_area',
  'team',
  'worker',
  'funding_stream',
  'funding_spend',
  'established_post',
  'post',
  'recruitment',
  'rollout_wave',
  'rollout_team',
  'early_career',
  'worker_absence',
  'team_split',
  'recommendation',
  'decision',
  'invest_case',
  'invest_period',
  'worker_registration',
  'duty_shift',
  'health_sender',
  'nursing_area',
  'neighbour_council',
  'person',
  'person_name',
  'person_identifier',
  'person_disability',
  'person_contact',
  'person_address',
  'relationship',
  'relationship_quality',
  'adult_relationship_quality',
  'pregnancy_end',
  'twin_likeness',
  'family',
  'family_member',
  'household',
  'household_member',
  'allocation',
  'involvement',
  'ecomap_link',
  'referral',
  'contact',
  'contact_person',
  'contact_contribution',
  'contact_decision',
  'contact_feedback',
  'joint_assessment',
  'assessment',
  'assessment_view',
  'assessment_event',
  'assessment_factor',
  'assessment_source',
  'cin_plan',
  'plan_outcome',
  'plan_action',
  'plan_review',
  'plan_share',
  'cin_closure',
  'transfer',
  's47_enquiry',
  'enquiry_discussion',
  'immediate_action',
  'enquiry_line',
  'enquiry_medical',
  'body_map_mark',
  'conference',
  'cp_plan',
  'cp_review',
  'core_group',
  'meeting',
  'meeting_child',
  'meeting_invitee',
  'meeting_contribution',
  'meeting_view',
  'pre_proceedings',
  'family_group_offer',
  'family_group_meeting',
  'pre_proceedings_meeting',
  'legal_advice',
  'protection_team',
  'protection_team_member',
  'note',
  'note_person',
  'significant_event',
  'alert',
  'court_chronology',
  'court_chronology_person',
  'court_chronology_line',
  'period_of_care',
  'missing_episode',
  'missing_entry',
  'return_interview',
  'return_interview_episode',
  'harm_concern',
  'harm_assessment',
  'harm_place',
  'harm_network',
  'harm_link',
  'harm_action',
  'need',
  'workbook',
  'strand',
  'practice_session',
  'chapter_summary',
  'module_progress',
  'group_supervision',
  'supervision_part',
  'family_feedback',
  'outcome_measure',
  'clinical_note',
  'task',
  'approval',
  'supervision_session',
  'practice_development',
  'case_direction',
  'supervision_action',
  'supervision_sample',
  'supervision_audit',
  'wellbeing_check',
  'school_placement',
  'school_attendance',
  'school_enrolment',
  'agency_request',
  'lead_supervision',
  'lead_supervision_action',
  'clock',
] as const satisfies readonly (keyof Tables)[]

export type ToldTable = (typeof toldTables)[number]

type Read<Column> = Column extends { readonly __select__: infer Select } ? Select : Column
type Kept = 'id' | 'recorded_from' | 'recorded_by'
type Columns<Table extends ToldTable> = Exclude<keyof Tables[Table], Kept>
type Sure<Table extends ToldTable> = {
  [Column in Columns<Table>]: null extends Read<Tables[Table][Column]> ? never : Column
}[Columns<Table>]

/**
 * A row as it is told: what may not be empty must be said, defaults too, since a row written from JSON has none. When it
 * was recorded stands beside it.
 */
export type Fact<Table extends ToldTable> = { readonly id: Uuid } & {
  readonly [Column in Sure<Table>]: Read<Tables[Table][Column]>
} & { readonly [Column in Exclude<Columns<Table>, Sure<Table>>]?: Read<Tables[Table][Column]> }

/** What a row became, and when that was recorded. */
export type Change<Table extends ToldTable> = readonly [
  at: Temporal.Instant,
  change: Partial<Omit<Fact<Table>, 'id'>>,
]
