import { csvLink, pageLinks, withQuery } from '#modules/agencies'
import type { PersonSummary } from '#modules/people'
import type { Uuid } from '#platform/ids'
import { codeWords } from '#reference'
import { denseTable, details, filter, formatDate, type Html, html, nothing, select, tag } from '#ui'
import { driftWords } from '../plan/rules/drift.ts'
import { type ChosenPlans, dueSorts } from './chosenPlans.ts'
import type { ListedPlan } from './protectionPlans.ts'

export type ListView = {
  readonly all: readonly ListedPlan[]
  /** This page of what the filter leaves, and how many in all. */
  readonly rows: readonly ListedPlan[]
  readonly count: number
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly asked: ChosenPlans & { readonly page: number }
  readonly path: string
  readonly today: Temporal.PlainDate
}

/** Children with a plan, with who answers and what comes next. */
export function listPage(view: ListView): Html {
  const { all, count, path, asked } = view
  const none =
    all.length === 0
      ? 'No child whose record you read has a child protection plan.'
      : 'No child matches these filters.'
  return html`<h1 class="govuk-heading-l">Child protection plans</h1>
<p class="govuk-body">${all.length === 1 ? '1 child has' : `${all.length} children have`} a plan, of those whose records you read.</p>
${filters(view)}
${count === 0 ? html`<p class="govuk-body">${none}</p>` : table(view)}
${pageLinks(path, asked.page, count, 'children')}
${count > 0 ? csvLink(path) : nothing}`
}

type Choice = {
  readonly name: 'area' | 'team' | 'category' | 'due'
  readonly label: string
  readonly of: ReadonlyMap<string, string>
}

function choices({ all }: ListView): readonly Choice[] {
  const pairs = (pick: (plan: ListedPlan) => readonly [string | null, string | null]) =>
    new Map(
      all
        .flatMap(plan => {
          const [value, text] = pick(plan)
          return value && text ? [[value, text] as const] : []
        })
        .toSorted(([, one], [, other]) => one.localeCompare(other)),
    )
  return [
    { name: 'area', label: 'Area', of: pairs(({ areaId, areaName }) => [areaId, areaName]) },
    { name: 'team', label: 'Team', of: pairs(({ teamId, teamName }) => [teamId, teamName]) },
    {
      name: 'category',
      label: 'Category',
      of: pairs(({ category }) => [category, category && codeWords('abuseCategory', category)]),
    },
    { name: 'due', label: 'What is due', of: new Map(Object.entries(dueSorts)) },
  ]
}

function filters(view: ListView): Html {
  const all = choices(view)
  const chosen = all.flatMap(({ name, label, of }) => {
    const value = view.asked[name]
    return value ? [{ name, text: `${label}: ${of.get(value) ?? 'another'}` }] : []
  })
  const selectedFilters = {
    heading: { text: 'Chosen' },
    clearLink: { href: '/protection-plans', text: 'Clear filters' },
    categories: [
      {
        heading: { text: 'Filters' },
        items: chosen.map(({ name, text }) => ({ href: withQuery(view.path, { [name]: null }), text })),
      },
    ],
  }
  const fields = all.map(({ name, label, of }) =>
    select({
      name,
      label: { text: label },
      items: [{ value: '', text: 'Any' }, ...[...of].map(([value, text]) => ({ value, text }))],
      value: view.asked[name] ?? '',
    }),
  )
  const form = html`<form method="get" action="/protection-plans">${filter({
    heading: { text: 'Filter' },
    optionsHtml: html`${fields}`,
    ...(chosen.length > 0 ? { selectedFilters } : {}),
  })}</form>`
  return details({ summaryText: 'Filter this list', html: form, open: chosen.length > 0 })
}

function table({ rows, people, today }: ListView): Html {
  const day = (on: Temporal.PlainDate | null, none = 'None'): string => (on === null ? none : formatDate(on))
  const due = (on: Temporal.PlainDate | null, words: string): Html => {
    if (on === null) return nothing
    const isLate = Temporal.PlainDate.compare(on, today) < 0
    return html`<br>${isLate ? tag({ text: `${words} ${formatDate(on)}`, classes: 'govuk-tag--red' }) : `${words} ${formatDate(on)}`}`
  }
  const seen = ({ personId, lastSeenOn }: ListedPlan): string =>
    people.get(personId)?.isUnborn
      ? `Not born yet. Parents seen: ${day(lastSeenOn, 'not yet')}`
      : day(lastSeenOn, 'Not seen')
  const row = (one: ListedPlan) => [
    {
      html: html`<a class="govuk-link" href="/people/${one.personId}/protection-plan">${people.get(one.personId)?.displayName ?? 'Somebody you may not see'}</a>`,
    },
    {
      html: html`${one.category ? codeWords('abuseCategory', one.category) : 'Not recorded'}<br>since ${formatDate(one.startedOn)}`,
    },
    { html: html`${one.teamName ?? 'No team'}<br>${one.workerName ?? 'No worker'}` },
    { text: one.chairName ?? 'No chair' },
    {
      html: html`${day(one.lastConferenceOn)}${due(one.nextConferenceOn, one.conferenceIsPlanned ? 'Next' : 'Due')}`,
    },
    { html: html`${day(one.lastCoreGroupOn)}${due(one.coreGroupDueOn, 'Due')}` },
    { html: html`${seen(one)}${due(one.visitDueOn, 'Due')}` },
    {
      html: html`${one.drift.map(sign => html`<div>${tag({ text: driftWords[sign], classes: 'govuk-tag--orange' })}</div>`)}`,
    },
  ]
  return denseTable({
    caption: 'Longest plan first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Child', 'Category', 'Whose', 'Chair', 'Conference', 'Core group', 'Child seen', 'Drift'].map(
      text => ({ text }),
    ),
    rows: rows.map(row),
  })
}
