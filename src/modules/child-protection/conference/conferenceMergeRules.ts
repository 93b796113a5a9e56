import { moving } from '#modules/people'

/** What a merge of two people does with what conferences hold: every row follows the person. */
export const conferenceMergeRules = moving(
  { conference_line: 'Plans as conferences built them', cp_dispute: 'Disagreements about plans' },
  { conference_line: ['person_id', 'owner_person_id'] },
)
