import type { Route } from '#platform/http'
import { bodyMapRoute } from './pages/body-map/bodyMapRoute.ts'
import { markRoutes } from './pages/body-map/markRoutes.ts'
import { outlineRoute } from './pages/body-map/outlineRoute.ts'
import { discussionRoutes } from './pages/discussion/discussionRoutes.ts'
import { recordSentRoutes } from './pages/discussion/recordSentRoutes.ts'
import { actionRoutes } from './pages/immediate/actionRoutes.ts'
import { lineRoutes } from './pages/line/lineRoutes.ts'
import { medicalRoutes } from './pages/medical/medicalRoutes.ts'
import { outcomeRoutes } from './pages/outcome/outcomeRoutes.ts'
import { startRoutes } from './pages/start/startRoutes.ts'
import { stopRoutes } from './pages/stop/stopRoutes.ts'
import { workspaceRoutes } from './pages/workspace/workspaceRoute.ts'

export { enquiryApproval } from './approval/enquiryApproval.ts'
export { recordDiscussion } from './commands/addToEnquiry.ts'
export { type EnquiryWanted, type Started, startEnquiry } from './commands/startEnquiry.ts'
export { enquiryPanel } from './record/enquiryPanel.ts'

/** Section 47 enquiries and the body map. */
export const enquiryRoutes: readonly Route[] = [
  ...startRoutes,
  ...workspaceRoutes,
  ...discussionRoutes,
  ...recordSentRoutes,
  ...actionRoutes,
  ...lineRoutes,
  ...medicalRoutes,
  ...outcomeRoutes,
  ...stopRoutes,
  bodyMapRoute,
  ...markRoutes,
  outlineRoute,
]
