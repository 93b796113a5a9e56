import type { ServiceModule } from '#platform/http'
import { changeActionRoutes } from './changeActionRoutes.ts'
import { changeOutcomeRoutes } from './changeOutcomeRoute.ts'
import { closeRoutes } from './closeRoutes.ts'
import { closingRoutes } from './closingRoute.ts'
import { newActionRoutes } from './newActionRoutes.ts'
import { newOutcomeRoutes } from './newOutcomeRoute.ts'
import { plainRoutes } from './plainRoutes.ts'
import { planPrintRoute } from './planPrint.ts'
import { planRoutes } from './planRoute.ts'
import { reviewRoutes } from './reviewRoutes.ts'
import { shareRoutes } from './shareRoutes.ts'
import { stepsRoutes } from './stepsRoute.ts'
import { stepUpRoutes } from './stepUpRoutes.ts'

/** Child in need plans as a part of the service. */
export const planModule: ServiceModule = {
  name: 'plans',
  routes: [
    ...planRoutes,
    ...newOutcomeRoutes,
    ...changeOutcomeRoutes,
    ...newActionRoutes,
    ...changeActionRoutes,
    ...plainRoutes,
    planPrintRoute,
    ...shareRoutes,
    ...reviewRoutes,
    ...stepUpRoutes,
    ...closeRoutes,
    ...closingRoutes,
    ...stepsRoutes,
  ],
}
