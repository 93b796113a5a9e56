import { type Reply, route } from '#platform/http'
import { schoolsLed } from '../my-school/readMySchool.ts'
import { schoolTabs } from '../schoolTabs.ts'
import { readFrequency } from './frequency.ts'
import { listPage } from './listPage.ts'
import { leadsOfSchools, openActions, sessionsSeen, standingAtSchools } from './readSupervision.ts'

/** `/school-supervision`: sessions that one had or gave, what is open, and who is due. */
export const supervisionListRoute = route({
  method: 'GET',
  url: '/school-supervision',
  admits: ['practitioner'],
  summary: 'Supervision of schools’ safeguarding leads: sessions, agreed actions, next due',
  purpose: 'supervision',
  async handle({ work, form }): Promise<Reply> {
    const standing = await standingAtSchools(work)
    return {
      kind: 'page',
      title: 'Supervision of safeguarding leads',
      current: '/my-school',
      isWide: true,
      content: listPage({
        tabs: schoolTabs('/school-supervision', standing.oversees),
        schools: await schoolsLed(work),
        sessions: await sessionsSeen(work),
        actions: await openActions(work),
        leads: standing.maySupervise
          ? (await leadsOfSchools(work)).filter(({ id }) => id !== work.actor.id)
          : [],
        frequency: await readFrequency(work),
        today: work.today,
        isPast: work.knownAt !== null,
        form,
      }),
      shown: 'nothing',
    }
  },
})
