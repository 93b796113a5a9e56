import type { ServiceModule } from '#platform/http'
import { myWorkRoutes } from './pages/my-work/route.ts'
import { noticesRoutes } from './pages/notices/route.ts'
import { recordPages } from './pages/recordPages.ts'

/** The record and the work in it, as a part of the service. */
export const caseworkModule: ServiceModule = {
  name: 'casework',
  routes: [...myWorkRoutes, ...noticesRoutes, ...recordPages],
  navigation: [
    { text: 'My work', href: '/my-work', order: 10, classes: ['practitioner', 'duty', 'director'] },
  ],
}
