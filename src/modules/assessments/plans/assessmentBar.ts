import type { ClosureBar } from '#modules/casework'
import { formatDate } from '#ui'
import type { AssessmentsTables } from '../tables.ts'
import { openPlans } from './openPlans.ts'

/** An assessment that is still being written; and for the case as a whole, a child in need plan that runs. */
export const assessmentBar: ClosureBar = async (work, personIds, ending) => {
  if (personIds.length === 0) return []
  const rows = await work
    .db<AssessmentsTables>()
    .selectFrom('assessment')
    .leftJoin('joint_assessment as joint', 'joint.id', 'assessment.joint_id')
    .select(['assessment.id', 'assessment.person_id', 'assessment.started_on'])
    .where('assessment.person_id', 'in', personIds)
    .where('assessment.authorised_on', 'is', null)
    .where('assessment.left_out_on', 'is', null)
    .where(({ eb, or }) =>
      or([eb('joint.status', 'is', null), eb('joint.status', 'in', ['open', 'submitted'])]),
    )
    .execute()
  const assessments = rows.map(({ person_id: personId, started_on: startedOn }) => ({
    personId,
    sentence: `An assessment that started ${formatDate(startedOn)} is not authorised: finish it first.`,
    href: `/people/${personId}/plans`,
  }))
  if (ending === 'cin_plan') return assessments
  const plans = await openPlans(work, personIds)
  return [
    ...assessments,
    ...plans.map(({ personId, startedOn }) => ({
      personId,
      sentence: `A child in need plan has run since ${formatDate(startedOn)}: close it first.`,
      href: `/people/${personId}/plan`,
    })),
  ]
}
