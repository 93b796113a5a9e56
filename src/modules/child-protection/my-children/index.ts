// The door of the page of those who work with a child from another agency, for the module's own.
import type { Route } from '#platform/http'
import { myChildrenRoute } from './myChildrenRoute.ts'

export const myChildrenRoutes: readonly Route[] = [myChildrenRoute]
