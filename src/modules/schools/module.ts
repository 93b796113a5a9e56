import type { ServiceModule } from '#platform/http'
import { mySchoolRoute } from './my-school/mySchoolRoute.ts'

/** What schools are told, as a part of the service. */
export const schoolsModule: ServiceModule = {
  name: 'schools',
  routes: [mySchoolRoute],
  navigation: [{ text: 'Schools', href: '/my-school', order: 36, classes: ['practitioner'] }],
}
