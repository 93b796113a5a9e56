import type { NewReview } from '#modules/casework'
import type { Uuid } from '#platform/ids'

/** Where a review leads: what was decided is asked for next, on its own page, and the plan stays until then. */
export function followReview(review: NewReview, personId: Uuid): string {
  const own = review.children.find(({ plan }) => plan.personId === personId) ?? review.children[0]
  const about = own?.plan.personId ?? personId
  const next = {
    continue: '',
    step_up: '/step-up',
    step_down: '/close?as=step_down',
    close: '/close',
  } as const
  return `/people/${about}/plan${next[own?.decision ?? 'continue']}`
}
