import { moving } from '#modules/people'

/** What a merge of two people does with times in care: every row follows the child. Two that overlap are mended before the merge. */
export const careMergeRules = moving({ period_of_care: 'Times in care' })
