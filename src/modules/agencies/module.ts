import type { ServiceModule } from '#platform/http'
import { administrationRoutes } from './pages/administration/route.ts'
import { coverRoutes } from './pages/cover/route.ts'

/** Organisations, teams, workers and settings, as a part of the service. */
export const agenciesModule: ServiceModule = {
  name: 'agencies',
  routes: [...administrationRoutes, ...coverRoutes],
  navigation: [{ text: 'Administration', href: '/administration', order: 90, classes: ['administrator'] }],
}
