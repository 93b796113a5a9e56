// The door of what people of other agencies tell of a child, for the module's own.
import type { Route } from '#platform/http'
import { actionRoutes } from './pages/actionRoutes.ts'
import { contributionsRoute } from './pages/listRoute.ts'
import { tellRoutes } from './pages/tellRoutes.ts'

export { contributionNews } from './contributionNews.ts'
export { contributionSection } from './contributionSection.ts'
export { contributionTimeline } from './contributionTimeline.ts'
export { contributionWork } from './contributionWork.ts'
export { type AgencyTie, agencyTie } from './queries/agencyTie.ts'
export const contributionRoutes: readonly Route[] = [contributionsRoute, ...tellRoutes, ...actionRoutes]
