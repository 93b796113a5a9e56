import type { NavigationItem, Route } from '#platform/http'
import { childAllocationRoutes } from './allocate/childRoute.ts'
import { endAllocationRoutes } from './allocate/endRoute.ts'
import { queueRoutes } from './allocate/queueRoute.ts'
import { dataQualityRoutes } from './data-quality/route.ts'
import { myWorkRoutes } from './my-work/route.ts'
import { noticesRoutes } from './notices/route.ts'
import { teamBoardRoutes } from './team-board/route.ts'
import { teamTasksRoutes } from './team-tasks/route.ts'

/** Every page about the work rather than one child's record. */
export const workPages: readonly Route[] = [
  ...myWorkRoutes,
  ...noticesRoutes,
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
  { text: 'Teams', href: '/teams', order: 40, classes: ['practitioner', 'duty'] },
  { text: 'Data quality', href: '/data-quality', order: 60, classes: ['practitioner', 'data_quality'] },
]
