import { moving } from '#modules/people'

/** What a merge of two people does with supervision: directions follow the child. */
export const supervisionMergeRules = moving({ case_direction: 'What was directed in supervision' })
