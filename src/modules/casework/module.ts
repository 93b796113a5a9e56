import type { ServiceModule } from '#platform/http'
import { recordPages } from './pages/recordPages.ts'
import { transferNavigation, transferPages } from './pages/transfers/index.ts'
import { workNavigation, workPages } from './pages/workPages.ts'

/** The record and the work in it, as a part of the service. */
export const caseworkModule: ServiceModule = {
  name: 'casework',
  routes: [...workPages, ...recordPages, ...transferPages],
  navigation: [...workNavigation, ...transferNavigation],
}
