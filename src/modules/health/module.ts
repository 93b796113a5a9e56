import { directoryRoutes } from '#modules/agencies'
import type { ServiceModule } from '#platform/http'
import { messagesRoute } from './arrivals/pages/listRoute.ts'
import { messageRoutes } from './arrivals/pages/messageRoutes.ts'
import { attendanceRoutes } from './attendances/pages/attendanceRoute.ts'
import { changesRoute } from './attendances/pages/changesRoute.ts'
import { listRoute } from './attendances/pages/listRoute.ts'
import { questionRoutes } from './attendances/pages/questionRoute.ts'
import { questionsRoute } from './attendances/pages/questionsRoute.ts'
import { areaDirectory } from './directories/areaDirectory.ts'
import { councilDirectory } from './directories/councilDirectory.ts'
import { senderDirectory } from './directories/senderDirectory.ts'
import { elsewhereRoutes } from './elsewhere/elsewhereRoutes.ts'
import {
  answersRoutes,
  careTeamRoute,
  childRoute,
  fileRoutes,
  standingRoute,
  workRoutes,
} from './protection-information/index.ts'
import { fhirRoutes } from './taking/fhirRoutes.ts'
import { hl7Route } from './taking/hl7Route.ts'
import { timelinessChangesRoute, timelinessRoute } from './timeliness/timelinessRoute.ts'

/** What hospitals tell, and whom it reaches, as a part of the service. */
export const healthModule: ServiceModule = {
  name: 'health',
  routes: [
    ...[listRoute, changesRoute, questionsRoute, ...questionRoutes, ...attendanceRoutes],
    ...elsewhereRoutes,
    ...[timelinessRoute, timelinessChangesRoute],
    ...[messagesRoute, ...messageRoutes],
    ...[senderDirectory, areaDirectory, councilDirectory].flatMap(directoryRoutes),
    ...[standingRoute, childRoute, ...fileRoutes, ...answersRoutes, ...workRoutes],
  ],
  systemRoutes: [hl7Route, ...fhirRoutes, careTeamRoute],
  navigation: [
    { text: 'Children at hospital', href: '/attendances', order: 35, classes: ['practitioner', 'duty'] },
    { text: 'Children at hospital', href: '/attendances/timeliness', order: 35, classes: ['director'] },
    {
      text: 'Plans at the NHS',
      href: '/protection-information',
      order: 36,
      classes: ['practitioner', 'duty', 'director'],
    },
  ],
}
