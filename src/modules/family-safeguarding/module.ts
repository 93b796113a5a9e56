import type { ServiceModule } from '#platform/http'
import { countedRoute } from './by-team/countedRoute.ts'
import { teamsRoute } from './by-team/teamsRoute.ts'
import { assessmentRoutes } from './chapters/assessmentRoute.ts'
import { chapterRoutes } from './chapters/chapterRoutes.ts'
import { summaryRoutes } from './chapters/summaryForm.ts'
import { clinicalRoutes } from './clinical/clinicalForm.ts'
import { correctClinicalRoutes } from './clinical/correctForm.ts'
import { serviceRoutes } from './clinical/serviceRoutes.ts'
import { askRoutes } from './family-side/askForm.ts'
import { familySideRoute } from './family-side/familySideRoute.ts'
import { feedbackRoutes } from './family-side/feedbackForm.ts'
import { giveRoutes } from './family-side/plan/giveRoutes.ts'
import { sheetRoutes } from './family-side/plan/sheetRoutes.ts'
import { listRoute } from './list/listRoute.ts'
import { moduleFormRoutes } from './modules/moduleForm.ts'
import { modulesRoute } from './modules/modulesRoute.ts'
import { measureRoutes } from './outcomes/measureForm.ts'
import { outcomesRoute } from './outcomes/outcomesRoute.ts'
import { sessionRoutes } from './sessions/sessionForms.ts'
import { changeFormRoutes } from './supervision/changeForm.ts'
import { supervisionFormRoutes } from './supervision/supervisionForm.ts'
import { supervisionRoutes } from './supervision/supervisionRoutes.ts'
import { changeStrandRoutes } from './workbook/pages/changeStrandForm.ts'
import { leaverRoute } from './workbook/pages/leaverRoutes.ts'
import { newStrandRoutes } from './workbook/pages/newStrandForm.ts'
import { overviewRoutes } from './workbook/pages/overviewRoutes.ts'
import { strandRoute } from './workbook/pages/strandRoute.ts'

/** The work of a Family Safeguarding team with its families, as a part of the service. */
export const familySafeguardingModule: ServiceModule = {
  name: 'family-safeguarding',
  routes: [
    listRoute,
    teamsRoute,
    countedRoute,
    ...overviewRoutes,
    ...newStrandRoutes,
    strandRoute,
    leaverRoute,
    ...changeStrandRoutes,
    ...sessionRoutes,
    ...clinicalRoutes,
    ...correctClinicalRoutes,
    ...serviceRoutes,
    ...chapterRoutes,
    ...summaryRoutes,
    ...assessmentRoutes,
    modulesRoute,
    ...moduleFormRoutes,
    ...supervisionFormRoutes,
    ...supervisionRoutes,
    ...changeFormRoutes,
    familySideRoute,
    ...feedbackRoutes,
    ...askRoutes,
    ...sheetRoutes,
    ...giveRoutes,
    outcomesRoute,
    ...measureRoutes,
  ],
  navigation: [{ text: 'Workbooks', href: '/safeguarding', order: 36, classes: ['practitioner', 'duty'] }],
}
