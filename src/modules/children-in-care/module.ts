import type { ServiceModule } from '#platform/http'
import { beginRoutes } from './pages/beginForm.ts'
import { changeRoutes } from './pages/changeForm.ts'
import { childCareRoute } from './pages/childRoute.ts'
import { endRoutes } from './pages/endForm.ts'
import { withdrawRoutes } from './pages/withdrawForm.ts'

/** Children in care as a part of the service. */
export const childrenInCareModule: ServiceModule = {
  name: 'children-in-care',
  routes: [childCareRoute, ...beginRoutes, ...endRoutes, ...changeRoutes, ...withdrawRoutes],
  navigation: [],
}
