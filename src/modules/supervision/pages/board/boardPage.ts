import { csvLink, pageLinks, roleWords, withQuery } from '#modules/agencies'
import { denseTable, formatDate, type Html, html, nothing, plural, subNavigation } from '#ui'
import type { Supervisee } from '../../queries/supervisees.ts'
import { dueWords, everyWords, openWords } from './dueWords.ts'

export const boardStates = ['overdue', 'soon', 'open'] as const
export type BoardState = (typeof boardStates)[number]

/** Everything that the first page of supervision shows. */
export type BoardView = {
  readonly me: Supervisee | null
  readonly myId: string
  /** Whom the reader supervises, as filtered: this page of them, and how many. */
  readonly rows: readonly Supervisee[]
  readonly count: number
  readonly counts: Readonly<Record<BoardState | 'all', number>>
  readonly state: BoardState | undefined
  readonly leads: boolean
  readonly seesNumbers: boolean
  readonly page: number
  readonly path: string
  readonly today: Temporal.PlainDate
}

/** One's own supervision, and that of those whom one supervises, the longest overdue first. */
export function boardPage(view: BoardView): Html {
  return html`<h1 class="govuk-heading-l">Supervision</h1>
  ${own(view)}
  ${view.leads ? team(view) : nothing}
  <h2 class="govuk-heading-m">Wellbeing</h2>
  <p class="govuk-body"><a class="govuk-link" href="/supervision/wellbeing">Your own wellbeing checks</a>: nobody else reads them unless you share one.</p>
  ${view.seesNumbers ? html`<p class="govuk-body"><a class="govuk-link" href="/supervision/wellbeing/areas">Wellbeing in numbers, by service area</a></p>` : nothing}`
}

function own({ me, myId, today }: BoardView): Html {
  const due =
    me === null ? nothing : html`<p class="govuk-body">${dueWords(me, today)}. ${everyWords(me)}.</p>`
  return html`<h2 class="govuk-heading-m">Your own supervision</h2>
  ${due}
  <p class="govuk-body"><a class="govuk-link" href="/supervision/workers/${myId}">Your sessions</a></p>`
}

function team(view: BoardView): Html {
  const { counts, state, path } = view
  const item = (value: BoardState | null, text: string, count: number) => ({
    text: `${text} (${count})`,
    href: withQuery(path, { state: value }),
    active: (state ?? null) === value,
  })
  return html`<h2 class="govuk-heading-m">Those you supervise</h2>
  ${subNavigation({
    label: 'Whose supervision',
    items: [
      item(null, 'All', counts.all),
      item('overdue', 'Overdue', counts.overdue),
      item('soon', 'Due in 7 days', counts.soon),
      item('open', 'Not complete', counts.open),
    ],
  })}
  ${table(view)}
  ${pageLinks(path, view.page, view.count, 'workers')}
  ${csvLink(path)}
  <p class="govuk-body"><a class="govuk-link" href="/supervision/audits">Dip samples of the quality of supervision</a></p>`
}

function table({ rows, today }: BoardView): Html {
  if (rows.length === 0) return html`<p class="govuk-body">Nobody.</p>`
  return denseTable({
    caption: 'Supervision by worker, the longest overdue first',
    captionClasses: 'govuk-visually-hidden',
    firstCellIsHeader: true,
    head: ['Worker', 'Role', 'Team', 'How often', 'Last session', 'Next session', 'Open session'].map(
      text => ({ text }),
    ),
    rows: rows.map(row => [
      {
        html: html`<a class="govuk-link" href="/supervision/workers/${row.workerId}">${row.name}</a>`,
      },
      { text: roleWords[row.role] },
      { text: row.placeName },
      { text: everyWords(row) },
      { text: row.lastOn === null ? 'None' : formatDate(row.lastOn) },
      { text: dueWords(row, today) },
      {
        html:
          row.open === null
            ? nothing
            : html`<a class="govuk-link" href="/supervision/sessions/${row.open.id}">${openWords(row)}</a>`,
      },
    ]),
  })
}

/** "3 workers overdue" for the board of a team. */
export const overdueWords = (count: number): string => `${plural(count, 'worker')} overdue`
