import type { Work } from '#platform/db'
import { syncClocks } from '../clocks/syncClocks.ts'
import { registries } from '../registry/registries.ts'
import type { PlanKey } from './plan.ts'
import { addShare, type NewShare } from './shares.ts'

/** Notes that the plans of several children were given to somebody on one sheet, and tells whoever keeps each kind of plan. */
export async function sharePlans(work: Work, plans: readonly PlanKey[], share: NewShare): Promise<void> {
  for (const plan of plans) await addShare(work, plan, share)
  for (const follow of registries.shareFollowers) await follow(work, plans, share.sharedOn)
  await syncClocks(work, [...new Set(plans.map(({ personId }) => personId))])
}
