import { csvLink, pageLinks, withQuery } from '#modules/agencies'
import type { PersonSummary } from '#modules/people'
import type { Uuid } from '#platform/ids'
import {
  denseTable,
  details,
  filter,
  formatDateTime,
  type Html,
  html,
  nothing,
  select,
  subNavigation,
} from '#ui'
import type { MissingRow } from '../queries/missingList.ts'
import { hoursAway, hoursInWords } from '../rules/episode.ts'
import { shortKinds, shortRisks } from '../rules/words.ts'
import { dueWords } from './interviewWords.ts'

type Show = 'now' | 'interviews' | 'months'

export type ListView = {
  readonly show: Exclude<Show, 'months'>
  readonly all: readonly MissingRow[]
  /** This page of what the filter leaves, and how many in all. */
  readonly rows: readonly MissingRow[]
  readonly count: number
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly team: Uuid | null
  readonly page: number
  readonly path: string
  readonly now: Temporal.Instant
}

/** The parts of the page, with what stands beside it. */
export const missingTabs = (show: Show): Html =>
  subNavigation({
    label: 'Missing',
    items: [
      { text: 'Missing now', href: '/missing', active: show === 'now' },
      { text: 'Interviews due', href: '/missing?show=interviews', active: show === 'interviews' },
      { text: 'By month', href: '/missing?show=months', active: show === 'months' },
      { text: 'Networks and places', href: '/harm', active: false },
    ],
  })

/** Children who are away now, or whose return interview is due. */
export function listPage(view: ListView): Html {
  const isNow = view.show === 'now'
  const none = isNow ? 'No child whose record you read is missing.' : 'No interview is due.'
  return html`<h1 class="govuk-heading-l">${isNow ? 'Missing now' : 'Return interviews due'}</h1>
${missingTabs(view.show)}
${teamFilter(view)}
${view.count === 0 ? html`<p class="govuk-body">${none}</p>` : isNow ? nowTable(view) : interviewTable(view)}
${pageLinks(view.path, view.page, view.count, isNow ? 'children' : 'interviews')}
${view.count > 0 ? csvLink(view.path) : nothing}`
}

function teamFilter({ all, team, show, path }: ListView): Html {
  const teams = new Map(
    all.flatMap(({ teamId, teamName }) => (teamId && teamName ? [[teamId, teamName] as const] : [])),
  )
  if (teams.size < 2 && team === null) return nothing
  const chosen = team === null ? null : (teams.get(team) ?? 'Another team')
  const action = '/missing'
  const selectedFilters = {
    heading: { text: 'Chosen' },
    clearLink: { href: withQuery(path, { team: null }), text: 'Clear filters' },
    categories: [
      {
        heading: { text: 'Filters' },
        items: [{ href: withQuery(path, { team: null }), text: chosen ?? '' }],
      },
    ],
  }
  const form = html`<form method="get" action="${action}"><input type="hidden" name="show" value="${show}">${filter(
    {
      heading: { text: 'Filter' },
      optionsHtml: select({
        name: 'team',
        label: { text: 'Team' },
        items: [{ value: '', text: 'Every team' }, ...[...teams].map(([value, text]) => ({ value, text }))],
        value: team ?? '',
      }),
      ...(chosen === null ? {} : { selectedFilters }),
    },
  )}</form>`
  return details({ summaryText: 'Filter this list', html: form, open: chosen !== null })
}

const child = ({ personId, episodeId }: MissingRow, people: ListView['people']) => ({
  html: html`<a class="govuk-link" href="/people/${personId}/missing/${episodeId}">${people.get(personId)?.displayName ?? 'Somebody you may not see'}</a>`,
})

const whose = ({ teamName, workerName }: MissingRow) => ({
  text: [teamName ?? 'No team', workerName].filter(one => one !== null).join(', '),
})

function nowTable({ rows, people, now }: ListView): Html {
  const row = (one: MissingRow) => [
    child(one, people),
    { text: shortKinds[one.kind] },
    { text: hoursInWords(hoursAway({ startedAt: one.startedAt, returned: null }, now)) },
    { text: formatDateTime(one.startedAt) },
    { text: shortRisks[one.risk] },
    { text: one.policeTold ? 'Told' : 'Not told' },
    whose(one),
  ]
  return denseTable({
    caption: 'Longest away first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Child', 'What', 'How long', 'Since', 'Risk', 'Police', 'Whose'].map(text => ({ text })),
    rows: rows.map(row),
  })
}

function interviewTable({ rows, people, now }: ListView): Html {
  const row = (one: MissingRow) => [
    child(one, people),
    { text: one.foundAt ? formatDateTime(one.foundAt) : '' },
    { text: one.foundAt ? dueWords(one.foundAt, now) : '' },
    { text: one.isOffered ? 'Offered' : 'Not offered' },
    whose(one),
  ]
  return denseTable({
    caption: 'Back longest first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Child', 'Back', 'Interview', 'Offer', 'Whose'].map(text => ({ text })),
    rows: rows.map(row),
  })
}
