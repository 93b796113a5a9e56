import type { Route } from '#platform/http'
import { addEventRoutes } from './add-event/route.ts'
import { alertRoutes } from './alerts/route.ts'
import { chronologyRoute } from './chronology/route.ts'
import { clockRoute } from './clock/route.ts'
import { closeCaseRoutes } from './close-case/route.ts'
import { conflictRoutes } from './conflicts/conflictsRoute.ts'
import { knowRoutes } from './conflicts/knowRoute.ts'
import { courtLineRoutes } from './court/lineRoute.ts'
import { courtListRoutes } from './court/listRoute.ts'
import { courtRoutes } from './court/route.ts'
import { documentPages } from './documents/documentPages.ts'
import { ecomapRoutes } from './ecomap/route.ts'
import { colleagueRoutes } from './involved/colleagueRoute.ts'
import { involvedRoutes } from './involved/route.ts'
import { journeyRoute } from './journey/route.ts'
import { letterRoutes } from './letters/letterRoutes.ts'
import { noteRoutes } from './note/route.ts'
import { notesRoute } from './notes/route.ts'
import { openRoutes } from './open/route.ts'
import { oversightRoutes } from './oversight/route.ts'
import { recordRoutes } from './record/route.ts'
import { recordVisitRoutes } from './record-visit/route.ts'
import { giveReferenceRoutes } from './restriction/giveReference.ts'
import { restrictionRoutes } from './restriction/route.ts'
import { taskRoutes } from './tasks/route.ts'

/** Every page of one person's record. */
export const recordPages: readonly Route[] = [
  ...recordRoutes,
  clockRoute,
  chronologyRoute,
  journeyRoute,
  ...courtListRoutes,
  ...courtRoutes,
  ...courtLineRoutes,
  notesRoute,
  ...noteRoutes,
  ...recordVisitRoutes,
  ...addEventRoutes,
  ...alertRoutes,
  ...taskRoutes,
  ...involvedRoutes,
  ...ecomapRoutes,
  ...colleagueRoutes,
  ...openRoutes,
  ...closeCaseRoutes,
  ...oversightRoutes,
  ...knowRoutes,
  ...conflictRoutes,
  ...restrictionRoutes,
  ...giveReferenceRoutes,
  ...documentPages,
  ...letterRoutes,
]
