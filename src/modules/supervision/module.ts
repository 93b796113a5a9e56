import type { ServiceModule } from '#platform/http'
import { boardRoute } from './pages/board/route.ts'
import { directionsRoute } from './pages/directionsRoute.ts'
import { sessionRoutes } from './pages/session/sessionRoute.ts'
import { workerRoutes } from './pages/session/workerRoute.ts'
import { writeRoutes } from './pages/session/writeRoute.ts'

/** Supervision of both kinds, as a part of the service. */
export const supervisionModule: ServiceModule = {
  name: 'supervision',
  routes: [boardRoute, ...workerRoutes, ...sessionRoutes, ...writeRoutes, directionsRoute],
  navigation: [
    { text: 'Supervision', href: '/supervision', order: 60, classes: ['practitioner', 'duty', 'director'] },
  ],
}
