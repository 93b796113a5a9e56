import type { ShareFollower } from '#modules/casework'
import { openPlans } from './openPlans.ts'
import { shareOn } from './sharePlan.ts'

/** Child in need plans that were shared on a sheet for the whole family: the day counts as a share of each plan does. */
export const followShare: ShareFollower = async (work, plans, sharedOn) => {
  const shared = new Set(plans.map(({ id }) => id))
  const children = plans.flatMap(({ kind, personId }) => (kind === 'cin_plan' ? [personId] : []))
  for (const plan of await openPlans(work, children))
    if (shared.has(plan.id)) await shareOn(work, plan, sharedOn)
}
