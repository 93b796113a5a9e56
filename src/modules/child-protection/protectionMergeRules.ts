import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const protectionMergeRules = moving({
  s47_enquiry: 'Section 47 enquiries',
  conference: 'Conferences',
  cp_plan: 'Child protection plans',
  cp_review: 'Review conferences',
  core_group: 'Core groups',
  pre_proceedings: 'Pre-proceedings',
})
