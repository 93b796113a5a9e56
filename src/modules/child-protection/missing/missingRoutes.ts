import type { NavigationItem, Route } from '#platform/http'
import { changeRoutes } from './pages/changeForm.ts'
import { childMissingRoute } from './pages/childRoute.ts'
import { episodeRoutes } from './pages/episodeRoute.ts'
import { interviewRoutes } from './pages/interviewForm.ts'
import { missingListRoute } from './pages/listRoute.ts'
import { reportRoutes } from './pages/reportForm.ts'
import { returnRoutes } from './pages/returnForm.ts'

/** Every page about children who are or were missing. */
export const missingRoutes: readonly Route[] = [
  missingListRoute,
  childMissingRoute,
  ...reportRoutes,
  ...episodeRoutes,
  ...changeRoutes,
  ...returnRoutes,
  ...interviewRoutes,
]

export const missingNavigation: readonly NavigationItem[] = [
  { text: 'Missing', href: '/missing', order: 42, classes: ['practitioner', 'duty'] },
]
