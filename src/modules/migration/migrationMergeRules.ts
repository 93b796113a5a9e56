import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const migrationMergeRules = moving({ import_finding: 'Findings of imports' })
