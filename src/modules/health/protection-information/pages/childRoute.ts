import { personParams, type RecordSection, recordFrame, recordReaders } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { html, plural } from '#ui'
import { readChangesOf, readOpeningsOf, readStatusesOf } from '../queries/readChild.ts'
import { readWorksOf } from '../queries/readWorks.ts'
import { childPage, statusLine } from './childPage.ts'

/** `/people/:personId/nhs`: what the NHS shows of one child. */
export const childRoute = route({
  method: 'GET',
  url: '/people/:personId/nhs',
  admits: recordReaders,
  summary:
    'What the NHS is told of one child’s plans, what it answered, and who opened it in unscheduled care',
  purpose: 'health',
  params: personParams,
  async handle({ work, params: { personId } }): Promise<Reply> {
    const frame = await recordFrame(work, personId, null)
    if (!frame?.readsRecord) return notFound
    return {
      kind: 'page',
      title: 'At the NHS - Record',
      before: frame.before,
      isWide: true,
      content: childPage(
        await readStatusesOf(work, personId),
        await readWorksOf(work, personId),
        await readChangesOf(work, personId),
        await readOpeningsOf(work, personId),
      ),
      shown: { resource: 'protection_information', subjectIds: [personId] },
    }
  },
})

/** On the child's record: how each plan stands at the NHS, and that it was opened there. */
export const nhsSection: RecordSection = {
  name: 'nhs',
  order: 12,
  async show(work, personId) {
    const statuses = await readStatusesOf(work, personId)
    if (statuses.length === 0) return null
    const openings = await readOpeningsOf(work, personId)
    return html`<section id="nhs"><h2 class="govuk-heading-m">At the NHS</h2>
${statuses.map(statusLine)}
<p class="govuk-body">${openings.length === 0 ? 'No opening in unscheduled care was told.' : `Opened in unscheduled care ${plural(openings.length, 'time')}.`} <a class="govuk-link" href="/people/${personId}/nhs">All that the NHS is told and answers</a></p></section>`
  },
}
