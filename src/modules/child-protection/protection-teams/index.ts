import type { Route } from '#platform/http'
import { memberRoutes } from './pages/memberForm.ts'
import { teamRoutes } from './pages/teamForm.ts'
import { teamsRoute } from './pages/teamsRoute.ts'

/** Multi-agency child protection teams, as a directory with days. */
export const protectionTeamRoutes: readonly Route[] = [teamsRoute, ...teamRoutes, ...memberRoutes]
