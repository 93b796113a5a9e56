import type { ServiceModule } from '#platform/http'

/** The workforce as an authority plans and keeps it, as a part of the service. */
export const workforceModule: ServiceModule = {
  name: 'workforce',
  routes: [],
}
