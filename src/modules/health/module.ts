import type { ServiceModule } from '#platform/http'
import { attendanceRoutes } from './attendances/pages/attendanceRoute.ts'
import { changesRoute } from './attendances/pages/changesRoute.ts'
import { listRoute } from './attendances/pages/listRoute.ts'
import { questionsRoute } from './attendances/pages/questionsRoute.ts'

/** What hospitals tell, and whom it reaches, as a part of the service. */
export const healthModule: ServiceModule = {
  name: 'health',
  routes: [listRoute, questionsRoute, changesRoute, ...attendanceRoutes],
  navigation: [
    { text: 'Children at hospital', href: '/attendances', order: 35, classes: ['practitioner', 'duty'] },
  ],
}
