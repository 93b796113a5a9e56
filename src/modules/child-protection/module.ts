import type { ServiceModule } from '#platform/http'
import { conferenceRoutes } from './conference/index.ts'
import { disputeRoutes } from './disputes/index.ts'
import { enquiryRoutes } from './enquiry/index.ts'
import { harmRoutes } from './harm-outside-home/index.ts'
import { legalAdviceRoutes } from './legal-advice/index.ts'
import { protectionListNavigation, protectionListRoutes } from './list/index.ts'
import { meetingNavigation, meetingRoutes } from './meeting/index.ts'
import { missingNavigation, missingRoutes } from './missing/index.ts'
import { myChildrenRoutes } from './my-children/index.ts'
import { protectionPlanRoutes } from './plan/index.ts'
import { preProceedingsRoutes } from './pre-proceedings/index.ts'
import { protectionLeadRoutes } from './protection-lead/index.ts'
import { protectionTeamRoutes } from './protection-teams/index.ts'
import { sharingNavigation, sharingRoutes } from './sharing/index.ts'
import { strategyRoutes } from './strategy/index.ts'
import { transferInRoutes } from './transfer-in/index.ts'

/** Child protection as a part of the service: each feature keeps its own list of pages. */
export const childProtectionModule: ServiceModule = {
  name: 'child-protection',
  routes: [
    ...sharingRoutes,
    ...enquiryRoutes,
    ...missingRoutes,
    ...harmRoutes,
    ...preProceedingsRoutes,
    ...legalAdviceRoutes,
    ...protectionTeamRoutes,
    ...protectionLeadRoutes,
    ...protectionPlanRoutes,
    ...conferenceRoutes,
    ...transferInRoutes,
    ...disputeRoutes,
    ...protectionListRoutes,
    ...myChildrenRoutes,
    ...meetingRoutes,
    ...strategyRoutes,
  ],
  navigation: [...sharingNavigation, ...meetingNavigation, ...missingNavigation, ...protectionListNavigation],
}
