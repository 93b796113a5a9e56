// The door of decisions and invest-to-save cases, for the module's own.
import type { Route } from '#platform/http'
import { rowFormRoutes } from '../row-form/index.ts'
import { decisionForms } from './pages/decisionForms.ts'
import { decisionRoutes } from './pages/decisionRoutes.ts'
import { investForms } from './pages/investForms.ts'
import { investRoutes } from './pages/investRoutes.ts'

export const decisionsRoutes: readonly Route[] = [
  ...decisionRoutes,
  ...investRoutes,
  ...[...decisionForms, ...investForms].flatMap(rowFormRoutes),
]
