import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const portalMergeRules = moving(
  { family_account: 'Accounts of the family portal', family_word: 'What children wrote on their own page' },
  { family_account: ['account_of', 'person_ids'] },
)
