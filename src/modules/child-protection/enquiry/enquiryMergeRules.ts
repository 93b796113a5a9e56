import { moving } from '#modules/people'

/** What a merge of two people does with enquiries: every row follows the person. */
export const enquiryMergeRules = moving({
  enquiry_discussion: 'Strategy discussions of enquiries',
  immediate_action: 'What was done at once',
  enquiry_line: 'Lines of enquiries',
  enquiry_medical: 'Medicals',
  body_map_mark: 'Marks of the body map',
})
