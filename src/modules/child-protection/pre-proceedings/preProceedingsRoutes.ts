import type { Route } from '#platform/http'
import { answerRoutes } from './pages/answerForm.ts'
import { applicationRoutes } from './pages/applicationForm.ts'
import { exemptionRoutes } from './pages/exemptionForm.ts'
import { extensionRoutes } from './pages/extensionForm.ts'
import { familyMeetingRoutes } from './pages/familyMeetingForm.ts'
import { letterRoutes } from './pages/letterForm.ts'
import { meetingRoutes } from './pages/meetingForm.ts'
import { offerRoutes } from './pages/offerForm.ts'
import { preProceedingsRoute } from './pages/preProceedingsRoute.ts'
import { startRoutes } from './pages/startForm.ts'
import { stepRoutes } from './pages/stepForm.ts'

/** Every page of pre-proceedings. */
export const preProceedingsRoutes: readonly Route[] = [
  preProceedingsRoute,
  ...startRoutes,
  ...letterRoutes,
  ...offerRoutes,
  ...answerRoutes,
  ...exemptionRoutes,
  ...familyMeetingRoutes,
  ...meetingRoutes,
  ...extensionRoutes,
  ...stepRoutes,
  ...applicationRoutes,
]
