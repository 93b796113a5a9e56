import type { Route } from '#platform/http'
import { adviceRoutes } from './pages/adviceRoutes.ts'
import { adviceListRoute } from './pages/listRoute.ts'
import { newAdviceRoutes } from './pages/newForm.ts'

/** Legal advice (class C7): reached by its author and whom it names alone. */
export const legalAdviceRoutes: readonly Route[] = [adviceListRoute, ...newAdviceRoutes, ...adviceRoutes]
