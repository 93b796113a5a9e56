import { csvLink, pageLinks, type Team, withQuery } from '#modules/agencies'
import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  denseTable,
  details,
  errorsAbove,
  type FieldErrors,
  filter,
  type Html,
  html,
  nothing,
  select,
} from '#ui'
import type { Holder } from '../../queries/holdersOf.ts'
import type { TeamTask } from '../../queries/teamTasks.ts'
import { dueBadge } from '../my-work/dueBadge.ts'
import type { TaskChoice } from './chosenTasks.ts'

/** Everything that the page of a team's tasks shows. */
export type TeamTasksView = {
  readonly team: Team
  /** This page of what the filter leaves, and how many in all. */
  readonly tasks: readonly TeamTask[]
  readonly count: number
  /** Whether the team has any open task at all. */
  readonly isAny: boolean
  readonly page: number
  readonly choice: TaskChoice
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly holders: ReadonlyMap<Uuid, readonly Holder[]>
  /** People in whose record the reader may write. */
  readonly writable: ReadonlySet<Uuid>
  readonly me: Uuid
  readonly errors: FieldErrors
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
  readonly path: string
  readonly form: FormKeys
}

const whoseWords = { waiting: 'Nobody’s yet', taken: 'Somebody’s' } as const
const dueWords = { overdue: 'Overdue', week: 'Due in the next 7 days', undated: 'No date set' } as const

/** A team's open tasks: when each is due, whose it is, and who could do it. */
export function teamTasksPage(view: TeamTasksView): Html {
  return html`${errorsAbove(view.errors)}<h1 class="govuk-heading-l">Tasks of ${view.team.name}</h1>
  ${view.isAny ? taskFilter(view) : nothing}
  ${view.count === 0 ? html`<p class="govuk-body">${view.isAny ? 'No task of the team matches these filters.' : 'No task of this team is open.'}</p>` : taskTable(view)}
  ${pageLinks(view.path, view.page, view.count, 'tasks')}
  ${view.count > 0 ? csvLink(view.path) : nothing}`
}

function taskFilter({ choice, path, team }: TeamTasksView): Html {
  const field = (name: string, label: string, words: Readonly<Record<string, string>>, value?: string) =>
    select({
      name,
      label: { text: label },
      items: [
        { value: '', text: 'Everything' },
        ...Object.entries(words).map(([code, text]) => ({ value: code, text })),
      ],
      value,
    })
  const tags = [
    ...(choice.whose ? [{ name: 'whose', text: whoseWords[choice.whose] }] : []),
    ...(choice.due ? [{ name: 'due', text: dueWords[choice.due] }] : []),
  ].map(({ name, text }) => ({ href: withQuery(path, { [name]: null }), text }))
  const address = `/teams/${team.id}/tasks`
  const selectedFilters = {
    heading: { text: 'Chosen' },
    clearLink: { href: address, text: 'Clear filters' },
    categories: [{ heading: { text: 'Filters' }, items: tags }],
  }
  const form = html`<form method="get" action="${address}">${filter({
    heading: { text: 'Filter' },
    optionsHtml: html`${field('whose', 'Whose', whoseWords, choice.whose)}${field('due', 'When', dueWords, choice.due)}`,
    ...(tags.length > 0 ? { selectedFilters } : {}),
  })}</form>`
  return details({ summaryText: 'Filter this list', html: form, open: tags.length > 0 })
}

function taskTable(view: TeamTasksView): Html {
  const row = (task: TeamTask) => {
    const name = view.people.get(task.personId)?.displayName ?? 'Somebody you may not see'
    return [
      { html: html`<a class="govuk-link" href="/people/${task.personId}/tasks">${name}</a>` },
      { text: task.title },
      { html: dueBadge(task, view.today, view.now) },
      { text: task.workerName ?? 'Nobody yet' },
      { html: view.writable.has(task.personId) ? giving(view, task) : html`You only read this record` },
    ]
  }
  return denseTable({
    caption: 'Open tasks, soonest due first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Child', 'What', 'Due', 'Whose', 'Take it or give it'].map(text => ({ text })),
    rows: view.tasks.map(row),
  })
}

/** A button to take it, and a list of those who hold the child: whoever else would not be let into the record. */
function giving({ team, holders, me, form, errors }: TeamTasksView, task: TeamTask): Html {
  const action = `/teams/${team.id}/tasks/${task.id}`
  const hidden = html`<span class="govuk-visually-hidden">: ${task.title}</span>`
  const secondary = 'govuk-button--secondary govuk-!-margin-bottom-1'
  const take = html`<form method="post" action="${action}">${formFields(form)}<input type="hidden" name="worker" value="${me}">
    ${button({ html: html`Take it${hidden}`, classes: secondary, preventDoubleClick: true })}</form>`
  const others = (holders.get(task.personId) ?? []).filter(({ id }) => id !== me && id !== task.workerId)
  const give = html`<form method="post" action="${action}" novalidate>${formFields(form)}
    ${select({
      id: `worker-${task.id}`,
      name: 'worker',
      label: { html: html`Worker${hidden}` },
      items: [
        { value: '', text: 'Select a worker' },
        ...others.map(({ id, name }) => ({ value: id, text: name })),
      ],
      errorMessage: errors.of(`worker-${task.id}`),
    })}
    ${button({ html: html`Give it${hidden}`, classes: secondary, preventDoubleClick: true })}</form>`
  const folded = details({
    summaryHtml: html`Give it to somebody${hidden}`,
    html: give,
    classes: 'govuk-!-margin-bottom-1',
    open: errors.of(`worker-${task.id}`) !== undefined,
  })
  return html`${task.workerId === me ? nothing : take}${others.length > 0 ? folded : nothing}`
}
