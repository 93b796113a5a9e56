import type { ServiceModule } from '#platform/http'
import { namedRoutes } from './pages/contact/peopleRoute.ts'
import { contactRoutes } from './pages/contact/route.ts'
import { decideRoutes } from './pages/decide/route.ts'
import { feedbackRoutes } from './pages/feedback/route.ts'
import { newContactRoutes } from './pages/new-contact/route.ts'
import { queueRoutes } from './pages/queue/route.ts'
import { referRoutes } from './pages/refer/route.ts'
import { referralRoutes } from './pages/referral/route.ts'
import { reportRoutes } from './pages/report/route.ts'
import { sentRoutes } from './pages/sent/route.ts'

/** The front door as a part of the service. */
export const frontDoorModule: ServiceModule = {
  name: 'front-door',
  routes: [
    ...referRoutes,
    ...newContactRoutes,
    ...queueRoutes,
    ...contactRoutes,
    ...namedRoutes,
    ...decideRoutes,
    ...feedbackRoutes,
    ...referralRoutes,
    ...sentRoutes,
    ...reportRoutes,
  ],
  navigation: [
    { text: 'Front door', href: '/front-door', order: 30, classes: ['practitioner', 'duty'] },
    { text: 'What I sent', href: '/front-door/sent', order: 35, classes: ['practitioner'] },
  ],
}
