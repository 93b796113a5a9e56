import type { ServiceModule } from '#platform/http'
import { letterNavigation } from './pages/letters/listRoute.ts'
import { recordPages } from './pages/recordPages.ts'
import { transferPages } from './pages/transfers/index.ts'
import { workNavigation, workPages } from './pages/workPages.ts'

/** The record and the work in it, as a part of the service. */
export const caseworkModule: ServiceModule = {
  name: 'casework',
  routes: [...workPages, ...recordPages, ...transferPages],
  navigation: [...workNavigation, ...letterNavigation],
}
