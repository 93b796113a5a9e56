// The door of child protection plans, for the module's own.
import type { Route } from '#platform/http'
import { coreGroupForm } from './pages/coreGroupForm.ts'
import { endMemberRoute, newMemberForm } from './pages/memberForms.ts'
import { actionForm, newActionForm, newOutcomeForm, outcomeForm } from './pages/outcomeForms.ts'
import { categoryForm, earlierForm, endForm } from './pages/planForms.ts'
import { planPageRoutes } from './pages/planRoute.ts'

export { protectionPlanMergeRules } from './planMergeRules.ts'
export { driftQuality } from './record/driftQuality.ts'
export { planSection } from './record/planSection.ts'

/** Every page about child protection plans. */
export const protectionPlanRoutes: readonly Route[] = [
  ...planPageRoutes,
  ...categoryForm,
  ...endForm,
  ...earlierForm,
  ...newOutcomeForm,
  ...outcomeForm,
  ...newActionForm,
  ...actionForm,
  ...coreGroupForm,
  ...newMemberForm,
  endMemberRoute,
]
