import { type Reply, route } from '#platform/http'
import { schoolTabs } from '../schoolTabs.ts'
import { standingAtSchools } from '../supervision/readSupervision.ts'
import { mySchoolPage } from './mySchoolPage.ts'
import { readMySchool, schoolsLed } from './readMySchool.ts'

/** `/my-school`: what a school's safeguarding lead may know of its children. */
export const mySchoolRoute = route({
  method: 'GET',
  url: '/my-school',
  admits: ['practitioner'],
  summary:
    'Children of a safeguarding lead’s school with a social worker or a plan: whom to ring, next meeting, report',
  purpose: 'casework',
  async handle({ work }): Promise<Reply> {
    const children = await readMySchool(work)
    const schools = (await schoolsLed(work)).map(({ name }) => name)
    const { oversees } = await standingAtSchools(work)
    const subjectIds = [...new Set(children.map(({ personId }) => personId))]
    return {
      kind: 'page',
      title: 'Children of my school',
      current: '/my-school',
      isWide: true,
      content: mySchoolPage({
        schools,
        children,
        today: work.today,
        isPast: work.knownAt !== null,
        tabs: schoolTabs('/my-school', oversees),
      }),
      shown: subjectIds.length === 0 ? 'nothing' : { resource: 'my_school', subjectIds, action: 'list' },
    }
  },
})
