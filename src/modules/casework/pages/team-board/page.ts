import { csvLink, pageLinks, type Team, withQuery } from '#modules/agencies'
import type { PersonSummary } from '#modules/people'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import {
  button,
  caseloadBars,
  denseTable,
  formatDate,
  type Html,
  html,
  insetText,
  nothing,
  plural,
} from '#ui'
import type { UnseenChild } from '../../queries/teamBoard.ts'
import { pastMoment } from '../frame/pastMoment.ts'
import { dueBadge } from '../my-work/dueBadge.ts'
import { visitPath } from '../my-work/itemWords.ts'
import { type BoardRow, boardTotals } from './boardRows.ts'

/** Everything that a team's board shows. */
export type BoardView = {
  readonly team: Team
  readonly rows: readonly BoardRow[]
  /** This page of the children not seen, and how many there are. */
  readonly unseen: readonly UnseenChild[]
  readonly unseenCount: number
  readonly page: number
  readonly queued: number
  /** Children whom no manager has looked at within the authority’s limit. */
  readonly overlooked: number
  /** Open tasks of the team. */
  readonly tasks: number
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  readonly workerNames: ReadonlyMap<Uuid, string>
  /** The authority's number of children for one full-time worker. */
  readonly alert: number
  readonly weeks: number
  /** What other modules say of the team. */
  readonly panels: readonly Html[]
  /** Whether a past moment is shown. */
  readonly isPast: boolean
  readonly path: string
  readonly today: Temporal.PlainDate
  readonly now: Temporal.Instant
}

const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

/** A manager's board: who has not been seen, who waits, and how much each worker carries. */
export function boardPage(view: BoardView): Html {
  const { team, rows, queued, alert } = view
  const totals = boardTotals(rows)
  const ratio =
    totals.perFte === null ? 'no case-holding post' : `${oneDecimal.format(totals.perFte)} children per FTE`
  return html`<h1 class="govuk-heading-l">${team.name}</h1>
  <p class="govuk-body-l">${plural(totals.led, 'child', 'children')} with a lead, ${oneDecimal.format(totals.fte)} FTE: ${ratio}.</p>
  <h2 class="govuk-heading-m">Children not seen</h2>
  ${unseenList(view)}
  ${pageLinks(view.path, view.page, view.unseenCount, 'children not seen')}
  ${view.unseenCount > 0 ? csvLink(withQuery(view.path, { list: 'unseen' }), 'Download the children not seen (CSV)') : nothing}
  <h2 class="govuk-heading-m">Management oversight</h2>
  <p class="govuk-body">${
    view.overlooked === 0
      ? 'A manager has looked at every child of this team within the authority’s limit.'
      : html`<a class="govuk-link" href="/data-quality?source=oversight&amp;team=${team.id}">${plural(view.overlooked, 'child', 'children')}</a> without management oversight within the authority’s limit.`
  }</p>
  <h2 class="govuk-heading-m">Waiting for a worker</h2>
  <p class="govuk-body">${queued === 0 ? 'No child waits in the queue of this team.' : `${plural(queued, 'child waits', 'children wait')} in the queue of this team.`}</p>
  ${queued === 0 ? html`` : button({ text: 'Allocate children', href: `/teams/${team.id}/queue` })}
  <h2 class="govuk-heading-m">Tasks of the team</h2>
  <p class="govuk-body"><a class="govuk-link" href="/teams/${team.id}/tasks">${view.tasks === 0 ? 'No task of the team is open' : `${plural(view.tasks, 'open task')} of the team`}</a></p>
  ${view.panels}
  <h2 class="govuk-heading-m">Caseloads</h2>
  ${insetText({
    html: html`Children for one full-time worker by the authority’s rule; its number is ${alert}. <a class="govuk-link" href="/workforce/caseload/teams/${team.id}">This team on any day and over two years</a>, and <a class="govuk-link" href="/workforce/caseload/rule">how it is counted</a>.`,
  })}
  ${bars(view)}
  ${workerTable(team, rows, alert)}
  ${csvLink(view.path, 'Download the caseloads (CSV)')}
  <p class="govuk-body"><a class="govuk-link" href="/plan-steps">Child in need plans stepped up and down, month by month</a></p>
  ${view.isPast ? nothing : pastMoment(`/teams/${team.id}/board`)}`
}

function unseenList({ unseen, people, workerNames, weeks, today, now }: BoardView): Html {
  const rule = `On a child protection or child in need plan, with a visit overdue or not seen for ${plural(weeks, 'week')}.`
  if (unseen.length === 0) return html`<p class="govuk-body">None. ${rule}</p>`
  const row = (child: UnseenChild) => {
    const person = people.get(child.personId)
    const name = person?.displayName ?? 'Somebody you may not see'
    return [
      { html: html`<a class="govuk-link" href="/people/${child.personId}">${name}</a>` },
      { text: person?.age ?? '' },
      { text: child.plan === 'CP_VISIT' ? 'Child protection' : 'Child in need' },
      { text: seenWords(child, today) },
      {
        html: html`<a class="govuk-link" href="/clocks/${child.clockId}">${dueBadge(child, today, now)}</a>`,
      },
      { text: child.workerId === null ? 'Nobody yet' : (workerNames.get(child.workerId) ?? '') },
      {
        html: html`<a class="govuk-link" href="${visitPath(child.personId)}">Record a visit<span class="govuk-visually-hidden"> to ${name}</span></a>`,
      },
    ]
  }
  return html`<p class="govuk-body">${rule}</p>
  ${denseTable({
    caption: 'Children not seen, the longest first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Child', 'Age', 'Plan', 'Last seen', 'Visit', 'Lead', 'Do it'].map(text => ({ text })),
    rows: unseen.map(row),
  })}`
}

/** "12 days ago, 4 May 2026", or that no visit is recorded. */
export function seenWords({ seenAt }: Pick<UnseenChild, 'seenAt'>, today: Temporal.PlainDate): string {
  if (seenAt === null) return 'No visit recorded'
  const on = londonDate(seenAt)
  return `${plural(on.until(today).days, 'day')} ago, ${formatDate(on)}`
}

function bars({ rows, alert }: BoardView): Html {
  const caseloads = rows
    .filter(row => row.fte > 0)
    .map(row => ({ worker: row.name, children: row.led, fullTimeEquivalent: row.fte }))
  if (caseloads.length === 0)
    return html`<p class="govuk-body">Nobody holds a case-holding post in this team.</p>`
  return caseloadBars({ id: 'caseloads', title: 'Children per FTE by worker', caseloads, limit: alert })
}

function workerTable(team: Team, rows: readonly BoardRow[], alert: number): Html {
  if (rows.length === 0) return html``
  const number = (value: number) => ({ text: oneDecimal.format(value), format: 'numeric' })
  const ratio = ({ perFte }: BoardRow): string => {
    if (perFte === null) return 'no case-holding post'
    return `${oneDecimal.format(perFte)}${perFte > alert ? ' (over)' : ''}`
  }
  return denseTable({
    caption: 'Workers of the team',
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [
      { text: 'Worker' },
      ...['FTE', 'Children led', 'Children held', 'Children per FTE', 'Due in 7 days', 'Overdue'].map(
        text => ({
          text,
          format: 'numeric',
        }),
      ),
    ],
    rows: rows.map(row => [
      row.led === 0
        ? { text: row.name }
        : {
            html: html`<a class="govuk-link" href="/teams/${team.id}/queue?holder=${row.workerId}">${row.name}<span class="govuk-visually-hidden">: children to reallocate</span></a>`,
          },
      number(row.fte),
      number(row.led),
      number(row.held),
      { text: ratio(row), format: 'numeric' },
      number(row.dueThisWeek),
      number(row.overdue),
    ]),
  })
}
