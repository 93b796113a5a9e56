import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks } from '#modules/agencies'
import { type Reply, route } from '#platform/http'
import { londonDate } from '#reference'
import { denseTable, formatDateTime, type Html, html, nothing, plural } from '#ui'
import { type OpenQuestion, openQuestions } from '../queries/openQuestions.ts'
import { ageOn } from '../rules/age.ts'
import { reasonWords } from '../rules/words.ts'
import { teamsOf } from './listRoute.ts'
import { visitTabs } from './visitTabs.ts'

const query = z.object(listQuery)

/** `/attendances/questions`: visits of which nobody could be told by rule alone, for the team that is asked. */
export const questionsRoute = route({
  method: 'GET',
  url: '/attendances/questions',
  admits: ['practitioner', 'duty'],
  summary: 'Visits to hospital of which nobody could be told by rule alone',
  purpose: 'health',
  query,
  async handle({ work, query: asked, path }): Promise<Reply> {
    const all = await openQuestions(work, (await teamsOf(work)).all)
    const rows = asked.format === 'csv' ? all : onPage(all, asked.page)
    const subjectIds = rows.map(({ attendanceId }) => attendanceId)
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: 'visits-to-be-decided.csv',
        header: [
          'Asked',
          'Waits hours',
          'Why',
          'Family name',
          'Given name',
          'Born',
          'Arrived',
          'Where',
          'Team',
        ],
        rows: rows.map(one => [
          one.askedAt.toString(),
          hoursSince(one, work.now),
          one.reasons.map(reason => reasonWords[reason]).join('; '),
          one.family,
          one.given,
          one.born?.toString(),
          one.arrivedAt.toString(),
          one.place,
          one.teamName,
        ]),
        shown: { resource: 'attendances', subjectIds, action: 'export' },
      }
    return {
      kind: 'page',
      title: 'Visits to be decided',
      current: '/attendances',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">Visits to be decided</h1>
<p class="govuk-body">No rule could say who should know of these children. Decide each the same day: whom to tell, or that nothing more is to be done.</p>
${visitTabs('/attendances/questions', all.length)}
${rows.length === 0 ? html`<p class="govuk-body">None.</p>` : table(rows, work.now)}
${pageLinks(path, asked.page, all.length, 'visits')}
${all.length === 0 ? nothing : csvLink(path)}`,
      shown: subjectIds.length === 0 ? 'nothing' : { resource: 'attendances', subjectIds, action: 'list' },
    }
  },
})

const hoursSince = ({ askedAt }: OpenQuestion, now: Temporal.Instant): number =>
  Math.floor(askedAt.until(now).total('hours'))

const table = (rows: readonly OpenQuestion[], now: Temporal.Instant): Html =>
  denseTable({
    caption: 'Visits to be decided, the one that waits longest first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Arrived', 'Child', 'Why', 'Waits', 'Team'].map(text => ({ text })),
    rows: rows.map(one => [
      {
        html: html`<a class="govuk-link" href="/attendances/${one.attendanceId}">${formatDateTime(one.arrivedAt)}</a><br>${one.place ?? ''}`,
      },
      {
        text: `${[one.given, one.family].filter(Boolean).join(' ') || 'Name not told'}, ${ageOn(one.born, londonDate(one.arrivedAt))}`,
      },
      { html: html`${one.reasons.map(reason => html`<div>${reasonWords[reason]}</div>`)}` },
      { text: plural(hoursSince(one, now), 'hour', 'hours') },
      { text: one.teamName },
    ]),
  })
