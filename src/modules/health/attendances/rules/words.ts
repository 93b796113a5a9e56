import type { HealthTables } from '../../tables.ts'

export type NoticeKind = HealthTables['attendance_notice']['kind']
export type NoticeDone = NonNullable<HealthTables['attendance_notice']['done']>
export type QuestionReason = HealthTables['attendance_question']['reason']
export type QuestionAnswer = NonNullable<HealthTables['attendance_question']['answer']>

/** As whom somebody is told. */
export const kindWords: Readonly<Record<NoticeKind, string>> = {
  health_visitor: 'Health visitors',
  school_nurse: 'School nurses',
  midwifery: 'Midwives',
  named_worker: 'The named worker',
  team_duty: 'Duty of the team that holds the case',
  front_door: 'Front door',
  liaison: 'Paediatric liaison',
  out_of_area: 'Another council',
}

/** What was done after reading. */
export const doneWords: Readonly<Record<NoticeDone, string>> = {
  no_action: 'Read, nothing to do',
  telephoned: 'Telephoned the family',
  visit_planned: 'Planned a visit',
  seen: 'Saw the child',
  referred: 'Told the front door',
  passed_on: 'Passed on to a colleague',
}

/** Why nobody could be told by rule alone. */
export const reasonWords: Readonly<Record<QuestionReason, string>> = {
  no_match: 'Nobody of the record fits',
  many_matches: 'It may be one of several',
  age_unknown: 'Age unknown',
  council_unknown: 'Where they live is unknown',
  no_team: 'No team answers for them',
  sensitive: 'Marked as sensitive',
  lives_elsewhere: 'Another council’s: to be sent on',
  correction_elsewhere: 'What was sent on has changed',
  person_changed: 'The hospital says that it may be somebody else',
}

/** What came of a question. */
export const answerWords: Readonly<Record<QuestionAnswer, string>> = {
  matched: 'Matched with a record',
  not_known_here: 'Not known here',
  team_found: 'A team was found and told',
  sent_on: 'Sent on to another council',
  seen: 'Seen by paediatric liaison',
  cancelled: 'The visit was cancelled',
}

/** Questions of what goes to another council, on a page of their own. */
export const isAboutSending = (reason: QuestionReason): boolean =>
  reason === 'lives_elsewhere' || reason === 'correction_elsewhere'

/** Where a question is answered. */
export const questionPath = ({
  id,
  attendanceId,
  reason,
}: {
  readonly id: string
  readonly attendanceId: string
  readonly reason: QuestionReason
}): string => `/attendances/${attendanceId}/${isAboutSending(reason) ? 'elsewhere' : 'questions'}/${id}`

/** What a message changed, by the names under which it is kept. */
export const factWords: Readonly<Record<string, string>> = {
  told_hospital_numbers: 'hospital number',
  told_nhs_number: 'NHS number',
  told_nhs_passed: 'its check digit',
  told_family: 'family name',
  told_given: 'given name',
  told_birth: 'date of birth',
  told_birth_as: 'date of birth',
  told_sex: 'sex',
  told_address: 'address',
  told_postcode: 'postcode',
  told_practice: 'GP practice',
  told_school: 'school',
  site_code: 'site',
  place: 'where',
  arrived_at: 'when they arrived',
  left_at: 'when they left',
  complaint: 'what for',
  came_from: 'where they came from',
  accompanied_by: 'who came with them',
  procedures: 'treatment',
  outcome: 'outcome',
  discharge_status: 'how they were discharged',
  narrative: 'the clinical note',
  concerns: 'concern for their safety',
}

/** The kinds of message. */
export const eventWords: Readonly<Record<string, string>> = {
  registered: 'registered',
  admitted: 'admitted',
  changed: 'changed',
  left: 'left',
  leaving_cancelled: 'did not leave after all',
  cancelled: 'cancelled',
  person: 'told anew who it is',
  other_person: 'taken back: it is of somebody else',
}

/** The code of a rule in words; one that is not known here is shown as it stands. */
export function whyWords(why: string): string {
  return rules[why] ?? why
}

const rules: Readonly<Record<string, string>> = {
  contact: 'works with this child',
  practice: 'answers for the family’s GP practice',
  school: 'answers for the child’s school',
  postcode: 'answers for the address',
  placement: 'answers for the address where the child is placed',
  council: 'answers for the whole council',
  holds_case: 'holds the case',
  named_list: 'is named for this child',
  concern: 'the hospital is concerned for the child’s safety',
  often: 'three visits or more within twelve months',
  unknown: 'nobody else could be found by rule',
  lives_elsewhere: 'the child lives in another council’s area',
  by_hand: 'chosen by paediatric liaison',
}

const councilWords = (council: string): string =>
  council === 'ours' ? 'this council' : council === 'unknown' ? 'nobody knows' : council

/** Where a child lives and who answers for the child. */
export const councilsWords = ({
  resident,
  responsible,
}: {
  readonly resident: string
  readonly responsible: string
}): string => `Lives in the area of: ${councilWords(resident)}. Responsible: ${councilWords(responsible)}`
