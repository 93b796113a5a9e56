import { copyRoutes } from './pages/copy/routes.ts'
import { joinRoutes } from './pages/door/joinRoutes.ts'
import { leaveRoutes } from './pages/door/leaveRoutes.ts'
import { signInRoutes } from './pages/door/signInRoute.ts'
import { draftRoute } from './pages/drafts/route.ts'
import { homeRoute } from './pages/home/route.ts'
import { howIAmRoutes } from './pages/how-i-am/routes.ts'
import { meetingRoutes } from './pages/meeting/routes.ts'
import { questionRoutes } from './pages/question/routes.ts'
import { wrongRoutes } from './pages/wrong/routes.ts'
import type { PortalRoute } from './portalRoute.ts'

/** Every page of the family portal. None of them is a page of the staff's, nor the other way round. */
export const portalRoutes: readonly PortalRoute[] = [
  ...signInRoutes,
  ...joinRoutes,
  ...leaveRoutes,
  homeRoute,
  ...copyRoutes,
  ...meetingRoutes,
  ...questionRoutes,
  ...howIAmRoutes,
  ...wrongRoutes,
  draftRoute,
]
