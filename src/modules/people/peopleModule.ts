import type { ServiceModule } from '#platform/http'
import {
  askRoutes,
  mergeListRoute,
  mergeRoutes,
  possibleDuplicateRoutes,
  undoRoutes,
} from './merging/index.ts'
import { duplicateRoutes } from './pages/duplicates/route.ts'
import { memberRoutes } from './pages/family/memberRoute.ts'
import { familyRoutes } from './pages/family/route.ts'
import { genogramRoutes } from './pages/genogram/route.ts'
import { newFamilyRoutes } from './pages/new-family/route.ts'
import { newPersonRoutes } from './pages/new-person/route.ts'
import { personDetailsRoutes } from './pages/person-details/route.ts'
import { personPartRoutes } from './pages/person-part/route.ts'
import { searchRoutes } from './pages/search/route.ts'

/** Who people are and whose family they belong to: finding, adding and describing them. */
export const peopleModule: ServiceModule = {
  name: 'people',
  routes: [
    ...searchRoutes,
    ...newPersonRoutes,
    ...duplicateRoutes,
    ...personDetailsRoutes,
    ...personPartRoutes,
    ...newFamilyRoutes,
    ...familyRoutes,
    ...genogramRoutes,
    ...memberRoutes,
    ...possibleDuplicateRoutes,
    ...askRoutes,
    mergeListRoute,
    ...mergeRoutes,
    ...undoRoutes,
  ],
  navigation: [
    {
      text: 'People',
      href: '/people',
      order: 20,
      classes: ['practitioner', 'duty', 'director', 'data_quality'],
    },
  ],
}
