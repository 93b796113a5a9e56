import type { Route } from '#platform/http'
import { letterActionRoutes } from './actionRoutes.ts'
import { letterPageRoutes } from './letterRoute.ts'
import { letterListRoutes } from './listRoute.ts'
import { newLetterRoutes } from './newRoute.ts'

/** The pages of letters. */
export const letterRoutes: readonly Route[] = [
  ...letterListRoutes,
  ...newLetterRoutes,
  ...letterPageRoutes,
  ...letterActionRoutes,
]
