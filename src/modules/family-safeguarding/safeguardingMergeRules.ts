import { moving } from '#modules/people'

/** What a merge of two people does with the team's work: every row follows the person. */
export const safeguardingMergeRules = moving(
  {
    strand: 'Strands of the work with a family',
    clinical_note: 'Notes that a service keeps',
    practice_session: 'Sessions',
    chapter_summary: 'Monthly summaries',
    module_progress: 'Progress through modules',
    supervision_part: 'Parts of group supervision',
    family_feedback: 'What the family said of the help',
    outcome_measure: 'Measures',
  },
  Object.fromEntries(
    [
      'practice_session',
      'chapter_summary',
      'module_progress',
      'supervision_part',
      'family_feedback',
      'outcome_measure',
    ].map(table => [table, ['person_ids']]),
  ),
)
