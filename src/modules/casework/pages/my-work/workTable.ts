import type { PersonSummary } from '#modules/people'
import type { Uuid } from '#platform/ids'
import { denseTable, details, formatDate, type Html, html, nothing } from '#ui'
import type { WorkItem } from '../../queries/workList.ts'
import { dueBadge } from './dueBadge.ts'
import { itemPath, itemTitle, roleWords, rowAction } from './itemWords.ts'
import { lastDayShown, type WorkRow } from './workRows.ts'

/** The rows of one page of the list, and all that is due later, on whatever page. */
export type WorkTable = {
  readonly near: readonly WorkRow[]
  readonly later: readonly WorkRow[]
  readonly laterCount: number
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

/** What is due, soonest first, with what is due in more than six weeks behind one disclosure. */
export function workTable(view: WorkTable): Html {
  const { near, later, today } = view
  const last = formatDate(lastDayShown(today)).replace(/ \d{4}$/, '')
  if (later.length === 0) return rowsTable(view, near, 'What is due, soonest first')
  return html`${
    near.length > 0
      ? rowsTable(view, near, 'What is due, soonest first')
      : html`<p class="govuk-body">Nothing is due by ${last}.</p>`
  }
  ${details({
    summaryText: `Later: ${laterWords(view)} due after ${last}`,
    html: rowsTable(view, later, `Due after ${last}`),
    open: near.length === 0,
  })}`
}

const count = (rows: readonly WorkRow[]): number => rows.reduce((sum, row) => sum + row.length, 0)

function laterWords({ later, laterCount }: WorkTable): string {
  const here = count(later)
  return here === laterCount ? `${here}` : `${here} here of ${laterCount}`
}

function rowsTable(view: WorkTable, rows: readonly WorkRow[], caption: string): Html {
  return denseTable({
    caption,
    captionClasses: 'govuk-visually-hidden',
    head: ['Who', 'What', 'Due', 'You are', 'Do it'].map(text => ({ text })),
    rows: rows.map(row => cells(view, row)),
  })
}

function cells({ people, today, now }: WorkTable, row: WorkRow) {
  const [first] = row
  const nameOf = ({ personId }: WorkItem) => people.get(personId)?.displayName ?? 'Somebody you may not see'
  const names = row.map(nameOf).join(', ')
  const title = itemTitle(first)
  const action = rowAction(row)
  const roles = new Set(row.map(roleWords))
  return [
    {
      html: html`${row.map((item, place) => html`${place > 0 ? html`<br>` : nothing}${childLine(item, people)}`)}`,
    },
    { html: row.length === 1 ? whatLink(first, title) : whyOfEach(row, title, people) },
    { html: dueBadge(first, today, now) },
    { text: [...roles].join(', ') },
    {
      html: html`<a class="govuk-link" href="${action.href}">${action.text}<span class="govuk-visually-hidden"> for ${names}: ${title}</span></a>`,
    },
  ]
}

const whatLink = (item: WorkItem, title: string): Html =>
  html`<a class="govuk-link" href="${itemPath(item)}">${title}</a>`

/** The title once, and each child's own due date to be explained: each has a start of its own. */
function whyOfEach(row: WorkRow, title: string, people: ReadonlyMap<Uuid, PersonSummary>): Html {
  const link = (item: WorkItem, place: number) => {
    const person = people.get(item.personId)
    const given = person?.name?.given ?? person?.displayName ?? 'somebody'
    return html`${place > 0 ? ', ' : nothing}<a class="govuk-link" href="${itemPath(item)}">${given}<span class="govuk-visually-hidden">: ${title}</span></a>`
  }
  return html`${title}<br><span class="govuk-hint govuk-!-font-size-16 govuk-!-margin-bottom-0">${row[0].kind === 'clock' ? 'Why' : 'Record'}: ${row.map(link)}</span>`
}

/** Name and age in one line, so that each age stays with its child where a name takes two. */
function childLine({ personId }: WorkItem, people: ReadonlyMap<Uuid, PersonSummary>): Html {
  const person = people.get(personId)
  const name = person?.displayName ?? 'Somebody you may not see'
  return html`<a class="govuk-link" href="/people/${personId}">${name}</a>${person?.age ? `, ${person.age}` : ''}`
}
