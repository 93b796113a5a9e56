import type { Route } from '#platform/http'
import { documentRoutes } from './documentRoute.ts'
import { documentsRoute } from './listRoute.ts'
import { partRoutes } from './partRoutes.ts'
import { uploadRoutes } from './uploadRoute.ts'

/** The pages of a person's documents. */
export const documentPages: readonly Route[] = [
  documentsRoute,
  ...uploadRoutes,
  ...documentRoutes,
  ...partRoutes,
]
