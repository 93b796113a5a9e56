import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import { type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { denseTable, formatDateTime, html, nothing, subNavigation } from '#ui'
import { meetingsOf, type OwnMeeting } from '../../queries/meetingsOf.ts'
import { meetingPath } from '../meetingPath.ts'
import { kindWords, statusWords } from '../words.ts'

const query = z.object({ ...listQuery, show: z.enum(['coming', 'past']).catch('coming').default('coming') })

const asWords = {
  chair: 'You chair it',
  administrator: 'You administer it',
  invited: 'You are asked',
} as const
const partWords = ({ as }: OwnMeeting): string => as.map(one => asWords[one]).join(', ')

/** `/meetings`: the reader's own meetings, whatever their part in them; where partners begin. */
export const meetingListRoute = route({
  method: 'GET',
  url: '/meetings',
  admits: ['practitioner', 'duty'],
  summary: 'Meetings that the reader chairs, administers or is asked to',
  purpose: 'casework',
  query,
  async handle({ work, query: asked, path }): Promise<Reply> {
    const all = await meetingsOf(work, work.actor.id, asked.show)
    const isCsv = asked.format === 'csv'
    const rows = isCsv ? all : onPage(all, asked.page)
    const people = await personSummaries(work, [...new Set(rows.flatMap(({ personIds }) => personIds))])
    const names = new Map(people.map(({ id, displayName }) => [id, displayName]))
    const shown = { resource: 'meeting_list', subjectIds: people.map(({ id }) => id) }
    const children = (ids: readonly Uuid[]) =>
      ids.map(id => names.get(id) ?? 'A child whom you may not see').join(', ')
    if (isCsv)
      return {
        kind: 'csv',
        fileName: 'meetings.csv',
        header: ['When', 'What', 'About', 'State', 'Your part'],
        rows: all.map(one => [
          one.plannedAt,
          kindWords[one.kind],
          children(one.personIds),
          statusWords[one.status],
          partWords(one),
        ]),
        shown: { ...shown, action: 'export' },
      }
    const isComing = asked.show === 'coming'
    return {
      kind: 'page',
      title: isComing ? 'Meetings to come' : 'Past meetings',
      current: '/meetings',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">${isComing ? 'Meetings to come' : 'Past meetings'}</h1>
${subNavigation({
  label: 'Meetings',
  items: [
    { text: 'To come', href: '/meetings', active: isComing },
    { text: 'Past', href: '/meetings?show=past', active: !isComing },
  ],
})}
${
  rows.length === 0
    ? html`<p class="govuk-body">${isComing ? 'You have no meetings to come.' : 'You have no past meetings that you may still read.'}</p>`
    : denseTable({
        caption: isComing ? 'Meetings to come' : 'Past meetings',
        captionClasses: 'govuk-visually-hidden',
        head: [
          { text: 'When' },
          { text: 'What' },
          { text: 'About' },
          { text: 'State' },
          { text: 'Your part' },
        ],
        rows: rows.map(one => [
          { text: formatDateTime(one.plannedAt) },
          {
            html: html`<a class="govuk-link" href="${meetingPath(one.id)}">${kindWords[one.kind]}<span class="govuk-visually-hidden"> on ${formatDateTime(one.plannedAt)}</span></a>`,
          },
          { text: children(one.personIds) },
          { text: statusWords[one.status] },
          { text: partWords(one) },
        ]),
      })
}
${pageLinks(path, asked.page, all.length, 'meetings')}
${all.length > 0 ? csvLink(path) : nothing}`,
      shown: { ...shown, action: 'list' },
    }
  },
})
