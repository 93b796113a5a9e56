import { z } from 'zod'
import { listQuery, onPage, pageLinks } from '#modules/agencies'
import { personParams, recordFrame, recordReaders } from '#modules/casework'
import { notFound, type Reply, route } from '#platform/http'
import { denseTable, formatDate, html } from '#ui'
import { directionsOf } from '../record/directions.ts'

/** `/people/:personId/directions`: what was directed for a child in supervision. */
export const directionsRoute = route({
  method: 'GET',
  url: '/people/:personId/directions',
  admits: recordReaders,
  purpose: 'casework',
  summary: 'What was directed for a child in supervision',
  params: personParams,
  query: z.object(listQuery),
  async handle({ work, params: { personId }, query: { page, format }, path }): Promise<Reply> {
    const frame = await recordFrame(work, personId, null)
    if (!frame?.readsRecord) return notFound
    const all = await directionsOf(work, [personId])
    const shown = { resource: 'case_direction', subjectIds: [personId] } as const
    if (format === 'csv')
      return {
        kind: 'csv',
        fileName: 'directions.csv',
        header: ['Discussed', 'Direction', 'By when', 'Said by'],
        rows: all.map(one => [one.on, one.direction, one.dueOn, one.byName]),
        shown: { ...shown, action: 'export' },
      }
    const rows = onPage(all, page).map(one => [
      { text: formatDate(one.on) },
      { html: html`<span class="kith-typed">${one.direction}</span>` },
      { text: one.dueOn === null ? '' : formatDate(one.dueOn) },
      { text: one.byName },
    ])
    const content = html`<h1 class="govuk-heading-l">Directions from supervision</h1>
    <p class="govuk-body">What was said in supervision is to happen for this child. What is said there of the worker’s practice is not here, nor anywhere in the record.</p>
    ${
      rows.length === 0
        ? html`<p class="govuk-body">None.</p>`
        : denseTable({
            caption: 'Directions, newest first',
            captionClasses: 'govuk-visually-hidden',
            head: ['Discussed', 'Direction', 'By when', 'Said by'].map(text => ({ text })),
            rows,
          })
    }
    ${pageLinks(path, page, all.length, 'directions')}`
    return { kind: 'page', title: 'Directions - Record', before: frame.before, content, shown }
  },
})
