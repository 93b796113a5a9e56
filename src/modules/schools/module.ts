import type { ServiceModule } from '#platform/http'
import { registerRoutes } from './api/registerRoutes.ts'
import { attendanceRoutes } from './attendance/attendanceRoute.ts'
import { mySchoolRoute } from './my-school/mySchoolRoute.ts'
import { placementRoutes } from './placements/placementDirectory.ts'
import { placementsRoute } from './placements/placementsRoute.ts'
import { supervisionListRoute } from './supervision/listRoute.ts'
import { overviewRoute } from './supervision/overviewRoute.ts'
import { sessionRoutes } from './supervision/sessionRoutes.ts'

import { transferFileRoutes } from './transfer-file/fileRoutes.ts'

/** What schools are told, and how their safeguarding leads are supported, as a part of the service. */
export const schoolsModule: ServiceModule = {
  name: 'schools',
  routes: [
    mySchoolRoute,
    ...attendanceRoutes,
    ...transferFileRoutes,
    supervisionListRoute,
    overviewRoute,
    ...sessionRoutes,
    placementsRoute,
    ...placementRoutes,
  ],
  systemRoutes: registerRoutes,
  navigation: [
    { text: 'Schools', href: '/my-school', order: 36, classes: ['practitioner'] },
    { text: 'Schools supported', href: '/school-supervision/schools', order: 83, classes: ['director'] },
  ],
}
