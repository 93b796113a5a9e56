import type { Table } from './tables.ts'

/** Of each table a column on which nothing depends, and another value for it. */
const changed: Readonly<Record<Table, readonly [column: string, value: unknown]>> = {
  organisation: ['telephone', '01632 960000'],
  service_area: ['districts', ['Elsewhere']],
  team: ['telephone', '01632 960000'],
  worker: ['telephone', '01632 960000'],
  post: ['fte', 0.5],
  worker_registration: ['expires_on', '2030-01-01'],
  duty_shift: ['team_id', null],
  setting: ['value', { changed: true }],
  class_mapping: ['class', 'duty'],
  import_run: ['census_year', 2020],
  person: ['religion', 'none'],
  person_name: ['given', 'Changed'],
  person_identifier: ['check_passed', true],
  person_disability: ['code', 'HAND'],
  person_contact: ['safe_times', 'mornings'],
  person_address: ['postcode', 'ZZ99 3AA'],
  relationship: ['lives_together', true],
  family_member: ['ended_on', '2031-01-01'],
  household_member: ['ended_on', '2031-01-01'],
  allocation: ['reason', 'changed'],
  involvement: ['telephone', '01632 960000'],
  alert: ['description', 'changed'],
  family: ['reference', 'changed'],
  household: ['label', 'changed'],
  note: ['place', 'changed'],
  note_person: ['own_words', 'changed'],
  significant_event: ['impact', 'changed'],
  task: ['title', 'changed'],
  assessment: ['analysis', 'changed'],
  assessment_factor: ['code', 'changed'],
  s47_enquiry: ['is_conference_not_required', true],
  conference: ['summary', 'changed'],
  pre_proceedings: ['outcome', 'changed'],
  referral: ['decision_reason', 'changed'],
  cin_plan: ['aim', 'changed'],
  cp_plan: ['aim', 'changed'],
  cp_review: ['decision', 'plan_ends'],
  core_group: ['held_on', '2020-02-02'],
  clock: ['outcome_reason', 'changed'],
  import_finding: ['kept', 'changed'],
}

/** @returns the column of the table that a trial changes, and to what. */
export function changedColumn(table: Table): { readonly column: string; readonly value: unknown } {
  const [column, value] = changed[table]
  return { column, value }
}
