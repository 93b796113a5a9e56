import type { NavigationItem, Route } from '#platform/http'
import { childAllocationRoutes } from './allocate/childRoute.ts'
import { endAllocationRoutes } from './allocate/endRoute.ts'
import { queueRoutes } from './allocate/queueRoute.ts'
import { approvalRoutes } from './approvals/approvalRoute.ts'
import { inboxRoute } from './approvals/inboxRoute.ts'
import { dataQualityRoutes } from './data-quality/route.ts'
import { myWorkRoutes } from './my-work/route.ts'
import { noticesRoutes } from './notices/route.ts'
import { openingsRoute } from './openings/listRoute.ts'
import { ownOpeningsRoute } from './openings/mineRoute.ts'
import { reviewRoutes } from './openings/reviewRoute.ts'
import { unexplainedRoutes } from './openings/unexplainedRoute.ts'
import { teamBoardRoutes } from './team-board/route.ts'
import { teamTasksRoutes } from './team-tasks/route.ts'

/** Every page about the work rather than one child's record. */
export const workPages: readonly Route[] = [
  ...myWorkRoutes,
  ...noticesRoutes,
  inboxRoute,
  openingsRoute,
  ownOpeningsRoute,
  ...reviewRoutes,
  ...unexplainedRoutes,
  ...approvalRoutes,
  ...teamBoardRoutes,
  ...teamTasksRoutes,
  ...queueRoutes,
  ...childAllocationRoutes,
  ...endAllocationRoutes,
  ...dataQualityRoutes,
]

/** Their places in the service navigation. */
export const workNavigation: readonly NavigationItem[] = [
  { text: 'My work', href: '/my-work', order: 10, classes: ['practitioner', 'duty'] },
  { text: 'Approvals', href: '/approvals', order: 35, classes: ['practitioner', 'duty'] },
  { text: 'Openings', href: '/openings', order: 45, classes: ['practitioner', 'duty', 'director'] },
  { text: 'Teams', href: '/teams', order: 40, classes: ['practitioner', 'duty'] },
  { text: 'Data quality', href: '/data-quality', order: 60, classes: ['practitioner', 'data_quality'] },
]
