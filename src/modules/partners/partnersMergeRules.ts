import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const partnersMergeRules = moving({ partner_notice_match: 'Notices of police and schools' })
