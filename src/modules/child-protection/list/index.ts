// The door of the list of children with a plan, for the module's own.
import type { NavigationItem, Route } from '#platform/http'
import { protectionListRoute } from './listRoute.ts'

export { type ListedPlan, runningPlansOf } from './protectionPlans.ts'

export const protectionListRoutes: readonly Route[] = [protectionListRoute]
export const protectionListNavigation: readonly NavigationItem[] = [
  {
    text: 'Protection plans',
    href: '/protection-plans',
    order: 41,
    classes: ['practitioner', 'duty', 'director'],
  },
]
