import type { ServiceModule } from '#platform/http'

/** The work of a Family Safeguarding team with its families, as a part of the service. */
export const familySafeguardingModule: ServiceModule = {
  name: 'family-safeguarding',
  routes: [],
}
