import { moving } from '#modules/people'

/** What a merge of two people does with absences: every row follows the child. Two that overlap are mended before the merge. */
export const missingMergeRules = moving({
  missing_episode: 'Absences',
  missing_entry: 'What was done during absences',
  return_interview: 'Return interviews',
  return_interview_episode: 'What return interviews are about',
})
