import type { ServiceModule } from '#platform/http'
import { checkRoutes } from './pages/check/route.ts'
import { checkpointRoutes } from './pages/checkpoints/route.ts'
import { jointChildrenRoutes } from './pages/children/route.ts'
import { copyRoutes } from './pages/copies/route.ts'
import { currentRoute } from './pages/current/route.ts'
import { factorsRoutes } from './pages/factors/route.ts'
import { findingRoutes } from './pages/finding/route.ts'
import { jointPartRoutes } from './pages/joint-part/route.ts'
import { lateRoutes } from './pages/late/route.ts'
import { needsRoutes } from './pages/needs/route.ts'
import { outcomesRoutes } from './pages/outcomes/route.ts'
import { printRoute } from './pages/print/route.ts'
import { seenRoute } from './pages/seen/route.ts'
import { startRoutes } from './pages/start/route.ts'
import { stopRoutes } from './pages/stop/route.ts'
import { versionsRoute } from './pages/versions/route.ts'
import { viewRoutes } from './pages/view/route.ts'
import { workspaceRoute } from './pages/workspace/route.ts'
import { takeInRoutes } from './taking-in/takeInRoute.ts'

/** Assessments as a part of the service: started from a child's page, so they have no place of their own in the navigation. */
export const assessmentsModule: ServiceModule = {
  name: 'assessments',
  routes: [
    ...startRoutes,
    currentRoute,
    workspaceRoute,
    ...jointChildrenRoutes,
    ...jointPartRoutes,
    ...takeInRoutes,
    seenRoute,
    ...findingRoutes,
    ...viewRoutes,
    ...needsRoutes,
    ...factorsRoutes,
    ...outcomesRoutes,
    ...checkpointRoutes,
    ...checkRoutes,
    ...lateRoutes,
    ...stopRoutes,
    versionsRoute,
    ...copyRoutes,
    printRoute,
  ],
}
