import { figure, formatDate, type Html, html } from '#ui'
import { money } from '../../capacity/pages/money.ts'
import { cellsTable } from '../../frame/index.ts'
import type { Standing } from '../rules/invest.ts'

const WIDTH = 760
const ROW = 30

type Kinds = { readonly forecast: readonly Standing[]; readonly actual: readonly Standing[] }

/** What was spent and avoided up to the end of each period, forecast and actual, as pairs of bars with the table behind. */
export function moneyFigure(kinds: Kinds): Html {
  const rows = [
    ...kinds.forecast.map(one => ({ ...one, kind: 'Forecast' })),
    ...kinds.actual.map(one => ({ ...one, kind: 'Actual' })),
  ].toSorted(
    (one, other) => Temporal.PlainDate.compare(one.until, other.until) || other.kind.localeCompare(one.kind),
  )
  const most = Math.max(1, ...rows.flatMap(({ spentSoFar, avoidedSoFar }) => [spentSoFar, avoidedSoFar]))
  const width = (sum: number): number => Math.round((sum / most) * (WIDTH - 400))
  const lines = rows.flatMap(row => [
    { label: `${row.kind}, by ${formatDate(row.until)}: spent`, sum: row.spentSoFar, isAvoided: false },
    { label: 'avoided', sum: row.avoidedSoFar, isAvoided: true },
  ])
  const content = html`${lines.map(
    (
      { label, sum, isAvoided },
      index,
    ) => html`<text x="280" y="${index * ROW + 20}" text-anchor="end" class="kith-drawing__small">${label}</text>
<rect class="${isAvoided ? 'kith-bar kith-bar--other' : 'kith-bar'}" x="290" y="${index * ROW + 5}" width="${width(sum)}" height="${ROW - 10}"></rect>
<text x="${296 + width(sum)}" y="${index * ROW + 20}" class="kith-drawing__small">${money(sum)}</text>`,
  )}`
  return figure({
    id: 'money',
    title: 'Spent and avoided so far, forecast and actual',
    description: `${lines.length / 2} ends of periods, each with what had been spent by then and what the places avoided by then would have cost. White bars are what was avoided.`,
    width: WIDTH,
    height: lines.length * ROW + 8,
    content,
    alternative: cellsTable(
      'Spent and avoided so far',
      ['What', 'By', 'Spent so far', 'Avoided so far'],
      rows.map(row => [row.kind, formatDate(row.until), money(row.spentSoFar), money(row.avoidedSoFar)]),
    ),
  })
}
