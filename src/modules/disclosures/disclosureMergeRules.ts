import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const disclosureMergeRules = moving({
  disclosure: 'What was disclosed to other organisations',
  disclosure_delivery: 'Notices of it',
})
