import { moving } from '#modules/people'

/** What a merge of two people does with plans: every row follows the person. */
export const protectionPlanMergeRules = moving(
  {
    cp_category: 'Categories of child protection plans',
    core_group_member: 'Members of core groups',
    core_group_record: 'What core groups said',
    transfer_in: 'Plans of other authorities',
  },
  { core_group_member: ['person_id', 'member_id'] },
)
