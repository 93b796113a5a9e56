import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks } from '#modules/agencies'
import { uuidParam } from '#modules/casework'
import { personSummary } from '#modules/people'
import { type Reply, route } from '#platform/http'
import { formatDate, type Html, html, nothing } from '#ui'
import { plainTable } from '../../pre-proceedings/pages/plainTable.ts'
import { type Advice, adviceFor } from '../queries/readAdvice.ts'

const query = z.object({ ...listQuery, child: uuidParam.optional().catch(undefined) })

/** Legal advice that the reader may read: of all children, or of one. To everybody else there is none. */
export const adviceListRoute = route({
  method: 'GET',
  url: '/legal-advice',
  admits: ['practitioner'],
  purpose: 'legal',
  query,
  summary: 'Legal advice that one may read',
  async handle({ work, query: asked, path }): Promise<Reply> {
    const all = await adviceFor(work, asked.child ?? null)
    // Who may not know of the child is led nowhere, and no child is named in an entry of the audit beside advice.
    const child = asked.child === undefined ? null : await personSummary(work, asked.child)
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'legal-advice.csv',
        header: ['Date', 'About', 'Given by'],
        rows: all.map(({ givenOn, matter, givenBy }) => [givenOn, matter, givenBy]),
        shown: { resource: 'legal_advice', subjectIds: [], action: 'export' },
      }
    return {
      kind: 'page',
      title: 'Legal advice',
      ...(child ? { back: `/people/${child.id}/pre-proceedings` } : {}),
      content: html`<h1 class="govuk-heading-l">Legal advice</h1>
<p class="govuk-body">What you recorded yourself, and what somebody has let you read${asked.child ? ', about one child' : ''}.</p>
${asked.child ? html`<p class="govuk-body"><a class="govuk-link" href="/legal-advice">Of all children</a></p>` : nothing}
${adviceTable(onPage(all, asked.page))}
${pageLinks(path, asked.page, all.length, 'legal advice')}
${csvLink(path)}`,
      shown: child
        ? { resource: 'person', subjectIds: [child.id], action: 'list' }
        : { resource: 'legal_advice', subjectIds: [], action: 'list' },
    }
  },
})

function adviceTable(rows: readonly Advice[]): Html {
  if (rows.length === 0) return html`<p class="govuk-body">There is none.</p>`
  return plainTable({
    caption: 'Legal advice',
    head: ['Given', 'About', 'By'],
    rows: rows.map(({ id, givenOn, matter, givenBy }) => [
      formatDate(givenOn),
      html`<a class="govuk-link" href="/legal-advice/${id}">${matter}</a>`,
      givenBy,
    ]),
  })
}
