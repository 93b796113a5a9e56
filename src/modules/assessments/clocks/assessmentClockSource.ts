import { type ClockSource, readEpisodes, reviewsOf, seenVisits } from '#modules/casework'
import { assessmentsOf } from '../queries/assessmentsOf.ts'
import { cinPlansOf } from '../queries/cinPlansOf.ts'
import { assessmentClocks } from './assessmentClocks.ts'
import { cinPlanClocks } from './cinPlanClocks.ts'

export const assessmentClockSource: ClockSource = {
  name: 'assessments',
  async derive(work, personIds, settings) {
    const assessments = Map.groupBy(await assessmentsOf(work, personIds), ({ referralId }) => referralId)
    const visits = await seenVisits(work, personIds)
    const episodes = await readEpisodes(work, personIds)
    const plans = await cinPlansOf(work, personIds)
    const reviews = Map.groupBy(await reviewsOf(work, personIds), ({ planId }) => planId)
    return [
      ...episodes.flatMap(episode =>
        assessmentClocks(
          episode,
          assessments.get(episode.id) ?? [],
          visits.get(episode.personId) ?? [],
          settings,
        ),
      ),
      ...plans.flatMap(plan =>
        cinPlanClocks(
          plan,
          { visits: visits.get(plan.personId) ?? [], reviews: reviews.get(plan.id) ?? [] },
          settings,
        ),
      ),
    ]
  },
}
