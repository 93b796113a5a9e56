import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const portalMergeRules = moving(
  {
    family_account: 'Accounts of the family portal',
    family_word: 'What children wrote on their own page',
    portal_alarm: 'What somebody at the portal should not have seen',
  },
  { family_account: ['account_of', 'person_ids'], portal_alarm: ['person_ids'] },
)
