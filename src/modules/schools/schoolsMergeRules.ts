import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const schoolsMergeRules = moving({
  school_attendance: 'Attendance at school',
  school_enrolment: 'Schools at which a child was',
})
