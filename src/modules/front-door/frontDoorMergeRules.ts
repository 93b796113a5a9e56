import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const frontDoorMergeRules = moving(
  {
    referral: 'Referrals',
    contact: 'Contacts',
    contact_person: 'People named in contacts',
  },
  { contact: ['person_ids'] },
)
