import type { ServiceModule } from '#platform/http'
import { capacityRoutes } from './capacity/index.ts'
import { caseloadRoutes } from './caseload/index.ts'
import { completenessRoute } from './completeness/pages/completenessRoute.ts'
import { decisionsRoutes } from './decisions/index.ts'
import { earlyCareerForm } from './early-career/pages/earlyCareerForm.ts'
import { earlyCareerRoute } from './early-career/pages/earlyCareerRoute.ts'
import { fillForm } from './establishment/pages/fillForm.ts'
import { endForm, linkForm } from './establishment/pages/holderForms.ts'
import { overviewRoute } from './establishment/pages/overviewRoute.ts'
import { peopleRoute } from './establishment/pages/peopleRoute.ts'
import { newPlaceForm, placeForm } from './establishment/pages/placeForm.ts'
import { placeRoute } from './establishment/pages/placeRoute.ts'
import { postsRoute } from './establishment/pages/postsRoute.ts'
import { newStreamForm, spendForm, streamForm } from './funding/pages/fundingForms.ts'
import { fundingRoutes } from './funding/pages/fundingRoutes.ts'
import { measuresRoute } from './measures/pages/measuresRoute.ts'
import { recruitmentForm } from './recruitment/pages/recruitmentForm.ts'
import { recruitmentRoute } from './recruitment/pages/recruitmentRoute.ts'
import { rolloutTeamForm, waveForm } from './roll-out/pages/rolloutForms.ts'
import { rolloutRoute } from './roll-out/pages/rolloutRoute.ts'
import { rowFormRoutes } from './row-form/index.ts'

/** Forms that keep a row each. */
const forms = [
  newPlaceForm,
  placeForm,
  fillForm,
  linkForm,
  endForm,
  recruitmentForm,
  waveForm,
  rolloutTeamForm,
  newStreamForm,
  streamForm,
  spendForm,
  earlyCareerForm,
]

/** The workforce as an authority plans and keeps it, as a part of the service. */
export const workforceModule: ServiceModule = {
  name: 'workforce',
  routes: [
    overviewRoute,
    postsRoute,
    placeRoute,
    peopleRoute,
    completenessRoute,
    rolloutRoute,
    recruitmentRoute,
    ...fundingRoutes,
    earlyCareerRoute,
    measuresRoute,
    ...forms.flatMap(rowFormRoutes),
    ...caseloadRoutes,
    ...capacityRoutes,
    ...decisionsRoutes,
  ],
  navigation: [
    {
      text: 'Workforce',
      href: '/workforce',
      order: 70,
      classes: ['practitioner', 'duty', 'director', 'data_quality', 'administrator'],
    },
  ],
}
