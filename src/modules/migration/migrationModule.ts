import type { ServiceModule } from '#platform/http'
import { importRunRoute } from './pages/import-run/route.ts'
import { importsRoute } from './pages/imports/route.ts'

/** Pages of what was imported from other systems. */
export const migrationModule: ServiceModule = {
  name: 'migration',
  routes: [importsRoute, importRunRoute],
  navigation: [
    { text: 'Imports', href: '/imports', order: 80, classes: ['data_quality', 'director', 'administrator'] },
  ],
}
