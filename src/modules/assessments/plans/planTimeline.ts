import { reviewsOf, type TimelineEntry, type TimelineSource } from '#modules/casework'
import { formatDate } from '#ui'
import { endReasonWords } from './closures.ts'
import { plansOf } from './openPlans.ts'
import { decisionWords } from './reviewForm.ts'

/** Reviews, sharing and endings of child in need plans in a chronology. */
export const planTimeline: TimelineSource = {
  name: 'plans',
  async entries(work, personIds) {
    const source = 'Child in need plan'
    const reviews = (await reviewsOf(work, personIds)).map(
      (review): TimelineEntry => ({
        personId: review.personId,
        on: review.heldOn,
        title: `Plan reviewed: ${decisionWords[review.decision]}`,
        text: review.progress,
        source,
        isSignificant: true,
        href: `/people/${review.personId}/plan`,
      }),
    )
    const plans = (await plansOf(work, personIds)).flatMap(({ personId, sharedOn, endedOn, endReason }) => [
      ...(sharedOn
        ? [{ personId, on: sharedOn, title: 'Plan shared with the family', source, isSignificant: false }]
        : []),
      ...(endedOn && endReason
        ? [
            {
              personId,
              on: endedOn,
              title: `Why the plan ended ${formatDate(endedOn)}: ${endReasonWords[endReason]}`,
              source,
              isSignificant: false,
            },
          ]
        : []),
    ])
    return [...reviews, ...plans]
  },
}
