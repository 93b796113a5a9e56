// The door of capacity, for the module's own.
import type { Route } from '#platform/http'
import { rowFormRoutes } from '../row-form/index.ts'
import { scenarioForms } from './pages/scenarioForm.ts'
import { scenarioRoutes } from './pages/scenarioRoutes.ts'
import { splitForms } from './pages/splitForm.ts'
import { splitRoutes } from './pages/splitRoutes.ts'

export { saveScenario } from './commands/saveScenario.ts'

export const capacityRoutes: readonly Route[] = [
  ...scenarioRoutes,
  ...splitRoutes,
  ...[...scenarioForms, ...splitForms].flatMap(rowFormRoutes),
]
