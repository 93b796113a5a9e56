import { denseTable, figure, formatDate, formatDateTime, type Html, html, nothing, plural } from '#ui'
import type { VisitOfChild } from '../queries/visitsOfChild.ts'

/** Months that are drawn, with the one that runs. */
export const MONTHS = 24

const COLUMN = 38
const ROW = 24
const HEAD = 12
const FOOT = 44
const LEAST_ROWS = 2

type Drawn = {
  readonly visits: readonly VisitOfChild[]
  /** The visit whose page it is. */
  readonly openId: string
  readonly today: Temporal.PlainDate
}

/** The first day that is drawn. */
export const firstDay = (today: Temporal.PlainDate): Temporal.PlainDate =>
  today.with({ day: 1 }).subtract({ months: MONTHS - 1 })

/** A child's visits by month, the newest month first, since a narrow screen shows the beginning: one mark for each, the oldest of a month lowest; the same as a table. */
export function visitsDrawing({ visits, openId, today }: Drawn): Html {
  const first = firstDay(today)
  const columns = byMonth(visits, first).toReversed()
  const rows = Math.max(LEAST_ROWS, ...columns.map(({ length }) => length))
  const base = HEAD + rows * ROW
  const unread = visits.filter(({ isUnread }) => isUnread).length
  const cancelled = visits.filter(({ status }) => status === 'cancelled').length
  const width = MONTHS * COLUMN + 8
  return html`<h2 class="govuk-heading-m">This child’s visits</h2>
<p class="govuk-body">As far as you may read them, the newest month first. Filled: read. White: somebody has not read it. Crossed: cancelled. The heavy edge is the visit of this page.</p>
${figure({
  id: 'visits',
  title: 'Visits of this child by month',
  description: `${plural(visits.length - cancelled, 'visit', 'visits')} since ${formatDate(first)}, ${unread} not read${cancelled === 0 ? '' : `, and ${cancelled} cancelled`}.`,
  width,
  height: base + FOOT,
  content: html`<line class="kith-axis" x1="0" x2="${width}" y1="${base}" y2="${base}"></line>
${columns.map((column, at) => html`${column.map((visit, row) => mark(visit, visit.id === openId, at * COLUMN + COLUMN / 2, base - row * ROW - ROW / 2))}${monthWord(first.add({ months: MONTHS - 1 - at }), at, base)}`)}`,
  alternative: visitsTable(visits, openId),
})}`
}

/** Visits of each month, the oldest first; what was before the first month is in the table alone. */
function byMonth(
  visits: readonly VisitOfChild[],
  first: Temporal.PlainDate,
): readonly (readonly VisitOfChild[])[] {
  const months: VisitOfChild[][] = Array.from({ length: MONTHS }, () => [])
  for (const visit of visits.toReversed()) {
    const day = visit.arrivedAt.toZonedDateTimeISO('Europe/London').toPlainDate().with({ day: 1 })
    months[first.until(day, { largestUnit: 'months' }).months]?.push(visit)
  }
  return months
}

/** Told by its shape and edge, not by colour alone. */
function mark({ isUnread, status }: VisitOfChild, isOpen: boolean, x: number, y: number): Html {
  const isCancelled = status === 'cancelled'
  const shape = `kith-visit${isUnread || isCancelled ? ' kith-visit--white' : ''}${isOpen ? ' kith-visit--open' : ''}`
  return html`<circle class="${shape}" cx="${x}" cy="${y}" r="8"></circle>${isCancelled ? html`<line class="kith-band__tick" x1="${x - 6}" x2="${x + 6}" y1="${y - 6}" y2="${y + 6}"></line>` : nothing}`
}

const monthWord = (month: Temporal.PlainDate, at: number, base: number): Html =>
  html`<text class="kith-drawing__small" x="${at * COLUMN + 8}" y="${base + 18}">${month.toLocaleString('en-GB', { month: 'short' })}</text>${at === 0 || month.month === 12 ? html`<text class="kith-drawing__small" x="${at * COLUMN + 8}" y="${base + 36}">${month.year}</text>` : nothing}`

const stands = { here: 'Not told that they left', left: 'Left', cancelled: 'Cancelled' } as const

const visitsTable = (visits: readonly VisitOfChild[], openId: string): Html =>
  denseTable({
    caption: 'Visits, the newest first',
    captionClasses: 'govuk-visually-hidden',
    head: ['Arrived', 'Where', 'What for, as told', 'Outcome', 'Read'].map(text => ({ text })),
    rows: visits.map(one => [
      one.id === openId
        ? { text: `${formatDateTime(one.arrivedAt)} (this page)` }
        : {
            html: html`<a class="govuk-link" href="/attendances/${one.id}">${formatDateTime(one.arrivedAt)}</a>`,
          },
      { text: one.place ?? 'Not told' },
      { text: one.complaint ?? 'Not told' },
      { text: one.outcome ?? stands[one.status] },
      { text: one.isUnread ? 'Not read by all' : 'Read' },
    ]),
  })
