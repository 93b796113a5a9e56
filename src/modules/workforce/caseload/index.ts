// The door of caseloads, for the module's own.
import type { Route } from '#platform/http'
import { absenceRoutes } from './pages/absenceRoutes.ts'
import { caseloadRoute } from './pages/caseloadRoute.ts'
import { childrenRoute } from './pages/childrenRoute.ts'
import { practiceRoute } from './pages/practiceRoute.ts'
import { ruleRoute } from './pages/ruleRoute.ts'
import { spanRoute } from './pages/spanRoute.ts'
import { teamRoute } from './pages/teamRoute.ts'
import { weightedRoute } from './pages/weightedRoute.ts'

export const caseloadRoutes: readonly Route[] = [
  caseloadRoute,
  teamRoute,
  childrenRoute,
  ruleRoute,
  weightedRoute,
  practiceRoute,
  spanRoute,
  ...absenceRoutes,
]

export { caseloadSource } from './caseloadSource.ts'
export { gatherCaseload } from './commands/gatherCaseload.ts'
export { caseloadDifferences } from './queries/caseloadDifferences.ts'
