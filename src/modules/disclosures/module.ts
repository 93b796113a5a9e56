import type { ServiceModule } from '#platform/http'
import { systemRoutes } from './fetching/systemRoutes.ts'
import { disclosuresRoutes } from './pages/disclosuresRoute.ts'
import { subscriptionRoutes } from './pages/subscriptionDirectory.ts'

/** What leaves for systems of other organisations, as a part of the service. */
export const disclosuresModule: ServiceModule = {
  name: 'disclosures',
  routes: [...disclosuresRoutes, ...subscriptionRoutes],
  systemRoutes,
  navigation: [
    { text: 'Disclosures', href: '/disclosures', order: 82, classes: ['director', 'administrator'] },
  ],
}
