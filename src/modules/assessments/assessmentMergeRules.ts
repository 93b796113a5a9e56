import { moving } from '#modules/people'

/** What a merge of two people does with this module's tables: every row follows the person. */
export const assessmentMergeRules = moving(
  {
    assessment: 'Assessments',
    assessment_event: 'Events of assessments',
    assessment_factor: 'Factors of assessments',
    assessment_view: 'What parents say in assessments',
    assessment_share: 'With whom assessments were shared',
    assessment_source: 'What assessments took in',
    joint_assessment: 'Assessments of several children',
    cin_plan: 'Child in need plans',
  },
  {
    assessment_view: ['adult_id'],
    assessment_share: ['recipient_id'],
    assessment_source: ['person_ids'],
    joint_assessment: ['person_ids'],
  },
)
