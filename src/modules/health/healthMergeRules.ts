import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const healthMergeRules = moving({
  attendance_match: 'Attendances at hospital',
  attendance_decision: 'Choices of whom to tell of an attendance',
})
