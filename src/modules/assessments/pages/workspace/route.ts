import { recordReaders, registries } from '#modules/casework'
import type { Work } from '#platform/db'
import { notFound, type Reply, route } from '#platform/http'
import { type Html, html } from '#ui'
import { referredOn } from '../../queries/jointVisits.ts'
import { type Joint, readJoint } from '../../queries/readJoint.ts'
import { readWhole } from '../../queries/readWhole.ts'
import { isAnythingOffered } from '../../taking-in/offersFor.ts'
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
    const page = isWritten
      ? workspacePage(whole, work.today, await isAnythingOffered(work, joint))
      : closedPage(whole, work.today)
    return {
      kind: 'page',
      title: 'Assessment',
      content: html`${page}${await panels(work, joint)}`,
      shown: { resource: 'assessment', subjectIds: [...joint.personIds, ...adults] },
    }
  },
})

/** What other modules show of these children inside their assessment. */
async function panels(work: Work, joint: Joint): Promise<readonly Html[]> {
  const since = await referredOn(work, joint)
  const shown: Html[] = []
  for (const panel of registries.assessmentPanels) {
    const part = await panel.show(work, joint.personIds, since)
    if (part !== null) shown.push(part)
  }
  return shown
}
