import { moving } from '#modules/people'

/** What a merge of two people does with the team's work: every row follows the person. */
export const safeguardingMergeRules = moving({
  strand: 'Strands of the work with a family',
  clinical_note: 'Notes that a service keeps',
})
