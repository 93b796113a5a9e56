import type { Route } from '#platform/http'
import { addEventRoutes } from './add-event/route.ts'
import { chronologyRoute } from './chronology/route.ts'
import { clockRoute } from './clock/route.ts'
import { noteRoutes } from './note/route.ts'
import { notesRoute } from './notes/route.ts'
import { recordRoutes } from './record/route.ts'
import { recordVisitRoutes } from './record-visit/route.ts'

/** Every page of one person's record. */
export const recordPages: readonly Route[] = [
  ...recordRoutes,
  clockRoute,
  chronologyRoute,
  notesRoute,
  ...noteRoutes,
  ...recordVisitRoutes,
  ...addEventRoutes,
]
