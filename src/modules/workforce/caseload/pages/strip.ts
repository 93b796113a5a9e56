import { figure, type Html, html, nothing, table } from '#ui'
import type { Month } from '../queries/readCaseload.ts'
import { type CaseloadRule, capacityOf, loadOf } from '../rules/caseloadRule.ts'
import { countedWord, fteText, monthText, ratioText, standingText } from '../rules/words.ts'

const WIDTH = 1000
const HEIGHT = 260
const LEFT = 44
const BOTTOM = 36
const TOP = 30

/** Caseload month by month as bars, with the authority's number as a line, and the table behind. */
export function strip(months: readonly Month[], rule: CaseloadRule, title: string): Html {
  const ratios = months.map(({ standing }) => (standing.kind === 'ratio' ? standing.perFte : 0))
  const most = Math.max(rule.limit * 1.2, ...ratios)
  const y = (value: number): number => Math.round(HEIGHT - BOTTOM - (value / most) * (HEIGHT - BOTTOM - TOP))
  const step = (WIDTH - LEFT - 20) / Math.max(1, months.length)
  const bar = (month: Month, index: number): Html => {
    const at = Math.round(LEFT + index * step)
    const { standing } = month
    const words = monthWords(month, index, months.length)
    if (standing.kind !== 'ratio')
      return html`<text class="kith-drawing__small" x="${at}" y="${y(0) - 6}">${standing.kind === 'no_capacity' ? 'none' : '0'}</text>${label(words, at, step)}`
    return html`<rect class="${standing.isOver ? 'kith-bar kith-bar--over' : 'kith-bar'}" x="${at + 3}" y="${y(standing.perFte)}" width="${Math.round(step - 8)}" height="${y(0) - y(standing.perFte)}"></rect>
    <text class="kith-drawing__small" x="${at + Math.round(step / 2)}" y="${y(standing.perFte) - 5}" text-anchor="middle">${ratioText(standing.perFte)}</text>${label(words, at, step)}`
  }
  const over = months.filter(({ standing }) => standing.kind === 'ratio' && standing.isOver).length
  const limit = html`<line class="kith-limit" x1="${LEFT}" x2="${WIDTH}" y1="${y(rule.limit)}" y2="${y(rule.limit)}"></line>
    <text class="kith-limit__label" x="0" y="${y(rule.limit) + 5}">${rule.limit}</text>`
  return figure({
    id: 'strip',
    title,
    description: `${countedWord(rule)} for one full-time worker on the first of each month for two years. ${over} of ${months.length} days are over the authority’s number of ${rule.limit}.`,
    width: WIDTH,
    height: HEIGHT,
    content: html`${months.map(bar)}<line class="kith-axis" x1="${LEFT}" x2="${WIDTH}" y1="${y(0)}" y2="${y(0)}"></line>${limit}`,
    alternative: behind(months, rule, title),
  })
}

const label = (words: string, at: number, step: number): Html =>
  words === ''
    ? nothing
    : html`<text class="kith-drawing__small" x="${at + Math.round(step / 2)}" y="${HEIGHT - 12}" text-anchor="middle">${words}</text>`

/** Every third month is named, and the last day. */
const monthWords = ({ day }: Month, index: number, count: number): string =>
  index === count - 1 || (index % 3 === 0 && index < count - 2)
    ? day.toLocaleString('en-GB', { month: 'short', year: '2-digit' })
    : ''

function behind(months: readonly Month[], rule: CaseloadRule, title: string): Html {
  const numeric = (text: string) => ({ text, format: 'numeric' })
  return table({
    caption: title,
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [
      { text: 'On' },
      numeric(countedWord(rule)),
      numeric('FTE counted'),
      numeric('For one full-time worker'),
    ],
    rows: months
      .toReversed()
      .map(({ day, held, standing }) => [
        { text: `${day.day} ${monthText(day)}` },
        numeric(ratioText(loadOf(held, rule))),
        numeric(fteText(capacityOf(held))),
        numeric(standingText(standing, rule)),
      ]),
  })
}
