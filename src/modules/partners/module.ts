import type { ServiceModule } from '#platform/http'
import { apiRoutes } from './api/apiRoutes.ts'
import { questionRoutes } from './by-hand/pages/questionRoutes.ts'
import { queueRoute } from './by-hand/pages/queueRoute.ts'
import { sendingRoute } from './by-hand/pages/sendingRoute.ts'
import { contributionRoutes } from './contributions/index.ts'
import { readersRoutes } from './marac/pages/readersRoutes.ts'
import { listRoutes } from './notices/pages/listRoutes.ts'
import { noticeRoutes } from './notices/pages/noticeRoutes.ts'
import { requestRoutes } from './requests/requestRoutes.ts'
import { sendRoutes } from './sending/sendRoutes.ts'
import { whoKnowsRoutes } from './who-knows/whoKnowsRoutes.ts'

/** What police and schools tell, as a part of the service. */
export const partnersModule: ServiceModule = {
  name: 'partners',
  routes: [
    ...listRoutes,
    ...sendRoutes,
    ...[queueRoute, sendingRoute, ...questionRoutes],
    ...noticeRoutes,
    ...readersRoutes,
    ...contributionRoutes,
    ...requestRoutes,
    ...whoKnowsRoutes,
  ],
  systemRoutes: apiRoutes,
  navigation: [
    { text: 'Police and schools', href: '/partner-notices', order: 37, classes: ['practitioner', 'duty'] },
  ],
}
