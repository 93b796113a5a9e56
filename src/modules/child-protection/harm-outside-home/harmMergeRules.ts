import { moving } from '#modules/people'

/** What a merge of two people does with harm outside the home: every row follows the person whom it names. */
export const harmMergeRules = moving(
  {
    harm_concern: 'Concerns of harm outside the home',
    harm_assessment: 'Assessments of risk outside the home',
    harm_link: 'Ties to networks, places and people',
    harm_action: 'Safety actions',
  },
  { harm_link: ['person_id', 'adult_id', 'peer_id'] },
)
