import type { ServiceModule } from '#platform/http'
import { personDetailsRoutes } from './pages/person-details/route.ts'
import { personPartRoutes } from './pages/person-part/route.ts'
import { searchRoutes } from './pages/search/route.ts'

/** Who people are and whose family they belong to: finding, adding and describing them. */
export const peopleModule: ServiceModule = {
  name: 'people',
  routes: [...searchRoutes, ...personDetailsRoutes, ...personPartRoutes],
  navigation: [
    {
      text: 'People',
      href: '/people',
      order: 20,
      classes: ['practitioner', 'duty', 'director', 'data_quality'],
    },
  ],
}
