import { withQuery } from '#modules/agencies'
import type { PersonSummary } from '#modules/people'
import type { Uuid } from '#platform/ids'
import { details, filter, type Html, html, nothing, select } from '#ui'
import type { WorkItem } from '../../queries/workList.ts'
import { kindOf, type WorkChoice } from './chosenWork.ts'
import { clockName } from './itemWords.ts'

const dueWords = { overdue: 'Overdue', today: 'Due today', week: 'Due in the next 7 days' } as const

/**
 * The filter of one's own work: when it is due, for whom, and what kind. Folded until something is chosen, so that the
 * list comes first. Sent by GET, so that it stays in the address.
 */
export function workFilter(view: {
  readonly all: readonly WorkItem[]
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly choice: WorkChoice
  readonly path: string
}): Html {
  const { choice } = view
  const nameOf = (id: Uuid): string => view.people.get(id)?.displayName ?? 'Somebody you may not see'
  const children = [...new Set(view.all.map(item => item.personId))]
    .map(id => ({ value: id, text: nameOf(id) }))
    .toSorted((one, other) => one.text.localeCompare(other.text, 'en-GB'))
  const kindNames = new Map(view.all.map(item => [kindOf(item), kindName(item)]))
  const kinds = [...kindNames]
    .map(([value, text]) => ({ value, text }))
    .toSorted((one, other) => one.text.localeCompare(other.text, 'en-GB'))
  const anything = { value: '', text: 'Everything' }
  const due = Object.entries(dueWords).map(([value, text]) => ({ value, text }))
  const field = (
    name: string,
    label: string,
    items: readonly { value: string; text: string }[],
    value?: string,
  ) => select({ name, label: { text: label }, items: [anything, ...items], value })
  const optionsHtml = html`${field('due', 'When', due, choice.due)}
    ${field('child', 'Child', children, choice.child)}
    ${field('kind', 'What', kinds, choice.kind)}`
  const chosen = [
    ...(choice.due ? [{ name: 'due', text: dueWords[choice.due] }] : []),
    ...(choice.child ? [{ name: 'child', text: nameOf(choice.child) }] : []),
    ...(choice.kind ? [{ name: 'kind', text: kindNames.get(choice.kind) ?? 'One kind of work' }] : []),
  ]
  const tags = chosen.map(({ name, text }) => ({ href: withQuery(view.path, { [name]: null }), text }))
  if (view.all.length === 0) return nothing
  const form = html`<form method="get" action="/my-work">${filter({
    heading: { text: 'Filter' },
    optionsHtml,
    ...(tags.length > 0
      ? {
          selectedFilters: {
            heading: { text: 'Chosen' },
            clearLink: { href: '/my-work', text: 'Clear filters' },
            categories: [{ heading: { text: 'Filters' }, items: tags }],
          },
        }
      : {}),
  })}</form>`
  return details({ summaryText: 'Filter this list', html: form, open: chosen.length > 0 })
}

const otherKinds: Readonly<Record<string, string>> = { task: 'Tasks', action: 'Actions of plans' }
const kindName = ({ kind, definitionId, practice }: WorkItem): string =>
  practice?.kindName ?? otherKinds[kind] ?? clockName(definitionId ?? '')
