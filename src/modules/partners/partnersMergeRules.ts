import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const partnersMergeRules = moving({
  partner_notice_match: 'Notices of police and schools',
  contribution: 'What other agencies told',
  agency_request: 'What was asked of other agencies',
  agency_record: 'Records that other agencies hold',
  contribution_query: 'Corrections asked of other agencies',
})
