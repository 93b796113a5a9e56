import type { ServiceModule } from '#platform/http'
import { apiRoutes } from './api/apiRoutes.ts'
import { contributionRoutes } from './contributions/index.ts'
import { listRoutes } from './notices/pages/listRoutes.ts'
import { noticeRoutes } from './notices/pages/noticeRoutes.ts'
import { queueRoutes } from './notices/pages/queueRoutes.ts'
import { sendRoutes } from './sending/sendRoutes.ts'
import { whoKnowsRoutes } from './who-knows/whoKnowsRoutes.ts'

/** What police and schools tell, as a part of the service. */
export const partnersModule: ServiceModule = {
  name: 'partners',
  routes: [
    ...listRoutes,
    ...sendRoutes,
    ...queueRoutes,
    ...noticeRoutes,
    ...contributionRoutes,
    ...whoKnowsRoutes,
  ],
  systemRoutes: apiRoutes,
  navigation: [
    { text: 'Police and schools', href: '/partner-notices', order: 37, classes: ['practitioner', 'duty'] },
  ],
}
