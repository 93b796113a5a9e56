/** The tables that a census fills, in the order in which their rows may be added. */
export const factTables = {
  person: [
    'is_unborn',
    'date_of_birth',
    'date_of_birth_precision',
    'expected_delivery_on',
    'sex',
    'ethnicity',
    'upn_unknown_reason',
    'died_on',
  ],
  person_identifier: ['person_id', 'kind', 'value', 'check_passed', 'ended_on'],
  person_disability: ['person_id', 'code', 'ended_on'],
  referral: [
    'person_id',
    'received_on',
    'source',
    'primary_need',
    'is_no_further_action',
    'conference_on',
    'closed_on',
    'closure_reason',
  ],
  assessment: ['person_id', 'referral_id', 'started_on', 'internal_review_on', 'authorised_on'],
  assessment_factor: ['person_id', 'assessment_id', 'code'],
  cin_plan: ['person_id', 'referral_id', 'started_on', 'ended_on'],
  s47_enquiry: [
    'person_id',
    'referral_id',
    'started_on',
    'conference_target_on',
    'is_conference_not_required',
  ],
  conference: ['person_id', 'referral_id', 's47_enquiry_id', 'kind', 'held_on'],
  cp_plan: [
    'person_id',
    'referral_id',
    'started_on',
    'ended_on',
    'initial_category',
    'latest_category',
    'previous_plans',
  ],
  cp_review: ['person_id', 'cp_plan_id', 'held_on'],
  pre_proceedings: [
    'person_id',
    'referral_id',
    'started_on',
    'letter_sent_on',
    'meeting_offered',
    'meeting_held',
    'initial_meeting_on',
    'review_meetings',
    'step_decision_on',
    'outcome',
    'court_application_on',
    'letter_on_initial_care_plan_on',
  ],
  allocation: ['person_id', 'team_id', 'role', 'started_on', 'ended_on', 'reason'],
} as const

export type FactTable = keyof typeof factTables
/** A value as JSON holds it: dates are ISO text, so that text order is their order. */
export type FactValue = string | number | boolean | null
export type FactValues = Readonly<Record<string, FactValue>>

/** One row of the child's record, as stored and as the file leaves it. */
export type Fact = {
  readonly table: FactTable
  readonly id: string
  readonly isNew: boolean
  readonly values: Record<string, FactValue>
  /** Columns of a stored row that the file filled in. */
  readonly filled: Set<string>
}
