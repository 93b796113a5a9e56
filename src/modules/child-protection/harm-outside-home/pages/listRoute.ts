import { z } from 'zod'
import { csvLink, listQuery, onPage, pageLinks } from '#modules/agencies'
import type { Words } from '#modules/casework'
import { type Reply, route } from '#platform/http'
import { button, denseTable, formatDate, type Html, html, input, nothing, select, subNavigation } from '#ui'
import { harmKinds } from '../queries/harmKinds.ts'
import { networks, places } from '../queries/shared.ts'
import type { Network, Place } from '../rules/harm.ts'
import { placeKinds, placeRisks } from '../rules/words.ts'

const query = z.object({
  ...listQuery,
  show: z.enum(['networks', 'places']).catch('networks').default('networks'),
  named: z.string().max(60).catch('').default(''),
  ended: z.enum(['yes']).optional().catch(undefined),
})
type Asked = z.infer<typeof query>

/** `/harm`: networks and places that plans share, as far as the reader may know of them. How many belong to each is never told. */
export const harmListRoute = route({
  method: 'GET',
  url: '/harm',
  admits: ['practitioner', 'duty', 'director'],
  summary: 'Networks and places of harm outside the home',
  purpose: 'casework',
  query,
  async handle({ work, query: asked, path }): Promise<Reply> {
    const kinds = await harmKinds(work)
    const all =
      asked.show === 'networks'
        ? (await networks(work)).map(one => networkRow(one, kinds))
        : (await places(work)).map(placeRow)
    const chosen = all.filter(
      row =>
        row.name.toLocaleLowerCase('en').includes(asked.named.trim().toLocaleLowerCase('en')) &&
        (asked.ended === 'yes' || !row.isEnded),
    )
    const shown = { resource: 'harm_list', subjectIds: [], action: 'list' } as const
    if (asked.format === 'csv')
      return {
        kind: 'csv',
        fileName: `${asked.show}.csv`,
        header: head[asked.show],
        rows: chosen.map(({ cells }) => cells),
        shown: { ...shown, action: 'export' },
      }
    return {
      kind: 'page',
      title: 'Harm outside the home',
      current: '/missing',
      isWide: true,
      content: content(asked, chosen, path),
      shown,
    }
  },
})

type Row = {
  readonly name: string
  readonly href: string
  readonly cells: readonly string[]
  readonly isEnded: boolean
}
const head = {
  networks: ['Network', 'Kind of harm', 'First recorded', 'Closed'],
  places: ['Place', 'What', 'Where', 'Risk', 'Known since', 'Ended'],
}

const networkRow = ({ id, name, kind, openedOn, closedOn }: Network, kinds: Words): Row => ({
  name,
  href: `/harm/networks/${id}`,
  cells: [name, kinds[kind] ?? kind, formatDate(openedOn), closedOn ? formatDate(closedOn) : ''],
  isEnded: closedOn !== null,
})

const placeRow = ({ id, name, kind, located, risk, notedOn, endedOn }: Place): Row => ({
  name,
  href: `/harm/places/${id}`,
  cells: [
    name,
    placeKinds[kind],
    located ?? '',
    placeRisks[risk],
    formatDate(notedOn),
    endedOn ? formatDate(endedOn) : '',
  ],
  isEnded: endedOn !== null,
})

function content(asked: Asked, chosen: readonly Row[], path: string): Html {
  return html`<h1 class="govuk-heading-l">Harm outside the home</h1>
${subNavigation({
  label: 'Which',
  items: [
    { text: 'Networks', href: '/harm', active: asked.show === 'networks' },
    { text: 'Places', href: '/harm?show=places', active: asked.show === 'places' },
    { text: 'Missing now', href: '/missing', active: false },
  ],
})}
<form method="get" action="/harm" class="kith-no-print">
<input type="hidden" name="show" value="${asked.show}">
${input({ name: 'named', label: { text: 'Name' }, classes: 'govuk-input--width-20', value: asked.named })}
${select({
  name: 'ended',
  label: { text: 'Which' },
  items: [
    { value: '', text: 'Present ones' },
    { value: 'yes', text: 'Ended ones too' },
  ],
  value: asked.ended ?? '',
})}
${button({ text: 'Filter', classes: 'govuk-button--secondary' })}</form>
${
  chosen.length === 0
    ? html`<p class="govuk-body">None is known to you by these choices.</p>`
    : denseTable({
        caption: 'By name',
        captionClasses: 'govuk-visually-hidden',
        head: head[asked.show].map(text => ({ text })),
        rows: onPage(chosen, asked.page).map(({ name, href, cells }) => [
          { html: html`<a class="govuk-link" href="${href}">${name}</a>` },
          ...cells.slice(1).map(text => ({ text })),
        ]),
      })
}
${pageLinks(path, asked.page, chosen.length, asked.show)}
${chosen.length > 0 ? csvLink(path) : nothing}`
}
