import type { Route } from '#platform/http'
import { clockRoute } from './clock/route.ts'
import { recordRoutes } from './record/route.ts'
import { recordVisitRoutes } from './record-visit/route.ts'

/** Every page of one person's record. */
export const recordPages: readonly Route[] = [...recordRoutes, clockRoute, ...recordVisitRoutes]
