import type { Route } from '#platform/http'
import { actionRoutes } from './pages/actionForm.ts'
import { changeLinkRoutes } from './pages/changeLinkForm.ts'
import { childHarmRoute } from './pages/childRoute.ts'
import { endConcernRoutes, newConcernRoutes } from './pages/concernForm.ts'
import { newLinkRoutes } from './pages/linkForm.ts'
import { harmListRoute } from './pages/listRoute.ts'
import { networkRoutes } from './pages/networkRoute.ts'
import { placeRoutes } from './pages/placeRoute.ts'
import { riskRoutes } from './pages/riskForm.ts'

/** Every page about harm outside the home. */
export const harmRoutes: readonly Route[] = [
  harmListRoute,
  childHarmRoute,
  ...newConcernRoutes,
  ...endConcernRoutes,
  ...riskRoutes,
  ...newLinkRoutes,
  ...changeLinkRoutes,
  ...actionRoutes,
  ...networkRoutes,
  ...placeRoutes,
]
