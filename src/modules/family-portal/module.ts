import type { ServiceModule } from '#platform/http'
import { accessRoutes } from './staff/pages/access/routes.ts'
import { wordsRoutes } from './staff/pages/words/routes.ts'

/** The staff's side of the family portal: who may sign in, and what the family said there. */
export const familyPortalModule: ServiceModule = {
  name: 'family-portal',
  routes: [...accessRoutes, ...wordsRoutes],
}
