import type { ServiceModule } from '#platform/http'
import { sampleListRoutes } from './pages/audit/listRoute.ts'
import { sampleRoute } from './pages/audit/sampleRoute.ts'
import { scoreRoutes } from './pages/audit/scoreRoute.ts'
import { boardRoute } from './pages/board/route.ts'
import { directionsRoute } from './pages/directionsRoute.ts'
import { sessionRoutes } from './pages/session/sessionRoute.ts'
import { workerRoutes } from './pages/session/workerRoute.ts'
import { writeRoutes } from './pages/session/writeRoute.ts'
import { areasRoute } from './pages/wellbeing/areasRoute.ts'
import { wellbeingRoutes } from './pages/wellbeing/wellbeingRoute.ts'

/** Supervision of both kinds, as a part of the service. */
export const supervisionModule: ServiceModule = {
  name: 'supervision',
  routes: [
    boardRoute,
    ...workerRoutes,
    ...sessionRoutes,
    ...writeRoutes,
    directionsRoute,
    areasRoute,
    ...wellbeingRoutes,
    ...sampleListRoutes,
    ...scoreRoutes,
    sampleRoute,
  ],
  navigation: [
    { text: 'Supervision', href: '/supervision', order: 60, classes: ['practitioner', 'duty', 'director'] },
  ],
}
