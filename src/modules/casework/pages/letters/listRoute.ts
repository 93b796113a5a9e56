import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks, workerNames } from '#modules/agencies'
import { personSummaries } from '#modules/people'
import type { NavigationItem } from '#platform/http'
import { type Reply, route } from '#platform/http'
import { denseTable, formatDateTime, type Html, html, nothing, subNavigation } from '#ui'
import { type LetterNotSent, lettersNotSent } from '../../letters/lettersNotSent.ts'
import { letterTemplate } from '../../letters/templates.ts'
import { recordWriters } from '../frame/recordParams.ts'

const tabs = { ready: 'Ready to send', held: 'Held', draft: 'Your drafts' } as const
const empty = {
  ready: 'No letter waits to be sent.',
  held: 'No letter is held.',
  draft: 'You have no letter begun.',
} as const
const query = z.object({
  ...listQuery,
  show: z.enum(['ready', 'held', 'draft']).catch('ready').default('ready'),
})
const head = ['Letter', 'About', 'To', 'Made by', 'Since']

const list = route({
  method: 'GET',
  url: '/letters',
  admits: recordWriters,
  summary: 'Letters that are not sent yet: ready to go, held, or one’s own drafts',
  purpose: 'casework',
  query,
  async handle({ work, query: { show, page, format }, path }): Promise<Reply> {
    const all = await lettersNotSent(work, show)
    const rows = format === 'csv' ? all : onPage(all, page)
    const ids = [...new Set(rows.flatMap(one => one.personIds))]
    const people = await personSummaries(work, ids)
    const nameOf = new Map(people.map(({ id, displayName }) => [id, displayName]))
    const workers = await workerNames(work, [...new Set(rows.flatMap(one => one.madeBy ?? []))])
    const cells = rows.map(one => [
      letterTemplate(one.template)?.name ?? 'Letter',
      one.personIds.map(id => nameOf.get(id) ?? 'Somebody you may not see').join(', '),
      one.recipientRelation,
      one.madeBy === null ? '' : (workers.get(one.madeBy) ?? ''),
      formatDateTime(one.since),
    ])
    const shown = { resource: 'letter_list', subjectIds: people.map(({ id }) => id) }
    if (format === 'csv')
      return {
        kind: 'csv',
        fileName: 'letters.csv',
        header: head,
        rows: cells,
        shown: { ...shown, action: 'export' },
      }
    return {
      kind: 'page',
      title: 'Letters',
      current: '/letters',
      isWide: true,
      content: html`<h1 class="govuk-heading-l">Letters not sent</h1>
${subNavigation({
  label: 'Which letters',
  items: Object.entries(tabs).map(([which, text]) => ({
    text,
    href: `/letters?show=${which}`,
    active: which === show,
  })),
})}
<p class="govuk-body">Of children whom you or your team hold. A letter begins from the child’s documents.</p>
${all.length === 0 ? html`<p class="govuk-body">${empty[show]}</p>` : table(show, rows, cells)}
${pageLinks(path, page, all.length, 'letters')}
${all.length > 0 ? csvLink(path) : nothing}`,
      shown: { ...shown, action: 'list' },
    }
  },
})

function table(
  show: keyof typeof tabs,
  rows: readonly LetterNotSent[],
  cells: readonly (readonly string[])[],
): Html {
  return denseTable({
    caption: `${tabs[show]}, longest waiting first`,
    captionClasses: 'govuk-visually-hidden',
    head: head.map(text => ({ text })),
    rows: rows.map(({ id, personIds }, place) => {
      const [kind = '', about = '', ...rest] = cells[place] ?? []
      const link = html`<a class="govuk-link" href="/people/${personIds[0]}/letters/${id}">${kind}<span class="govuk-visually-hidden"> about ${about}</span></a>`
      return [{ html: link }, { text: about }, ...rest.map(text => ({ text }))]
    }),
  })
}

/** `/letters`. */
export const letterListRoutes = [list]

export const letterNavigation: readonly NavigationItem[] = [
  { text: 'Letters', href: '/letters', order: 46, classes: ['practitioner'] },
]
