import { recordReaders } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { readJoint } from '../../queries/readJoint.ts'
import { readWhole } from '../../queries/readWhole.ts'
import { isClosed, jointParams } from '../frame/openJoint.ts'
import { closedPage } from './closedPage.ts'
import { workspacePage } from './page.ts'

/** An assessment: the list of its parts while it is written, the whole document for those who read. */
export const workspaceRoute = route({
  method: 'GET',
  url: '/assessments/:jointId',
  admits: recordReaders,
  summary: 'An assessment of the children of a family, with the parts that are done and to do',
  purpose: 'casework',
  params: jointParams,
  async handle({ work, params: { jointId } }): Promise<Reply> {
    const joint = await readJoint(work, jointId)
    if (joint === null) return notFound
    const whole = await readWhole(work, joint)
    const isWritten = joint.mayWrite && !isClosed(joint)
    const adults = whole.adults.map(({ person }) => person.id)
    return {
      kind: 'page',
      title: 'Assessment',
      content: isWritten ? workspacePage(whole, work.today) : closedPage(whole, work.today),
      shown: { resource: 'assessment', subjectIds: [...joint.personIds, ...adults] },
    }
  },
})
