import { scaleBand, scaleLinear } from 'd3-scale'
import { table } from '../components/govuk/table.ts'
import { type Html, html, nothing } from '../html.ts'
import { figure } from './figure.ts'

export interface Bar {
  readonly label: string
  readonly value: number
}

export interface BarChart {
  readonly id: string
  readonly title: string
  readonly description: string
  /** What the bars are, and what is counted: the headings of the table behind. */
  readonly labelHeading: string
  readonly valueHeading: string
  readonly bars: readonly Bar[]
  /** A line that bars should not pass, such as the agreed caseload. */
  readonly limit?: { readonly value: number; readonly label: string } | undefined
  /** Writes a value; whole numbers and up to one decimal by default. */
  readonly format?: ((value: number) => string) | undefined
}

const width = 720
const rowHeight = 36
const letterWidth = 10 // of the widest letters in common: a label is never cut off
const narrowestLabels = 80
const widestLabels = 360
const valueWidth = 70

const oneDecimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 })

function limitLine(limit: BarChart['limit'], x: (value: number) => number, height: number): Html {
  if (!limit) return nothing
  const at = x(limit.value)
  return html`<line class="kith-limit" x1="${at}" x2="${at}" y1="24" y2="${height}"></line>
    <text class="kith-limit__label" x="${at}" y="16" text-anchor="middle">${limit.label}</text>`
}

function behind(params: BarChart, format: (value: number) => string): Html {
  const { limit } = params
  const over = (bar: Bar): string => (limit && bar.value > limit.value ? `over ${limit.label}` : 'within')
  return table({
    caption: params.title,
    captionClasses: 'govuk-table__caption--s',
    firstCellIsHeader: true,
    head: [
      { text: params.labelHeading },
      { text: params.valueHeading, format: 'numeric' },
      ...(limit ? [{ text: `Against ${limit.label}` }] : []),
    ],
    rows: params.bars.map(bar => [
      { text: bar.label },
      { text: format(bar.value), format: 'numeric' },
      ...(limit ? [{ text: over(bar) }] : []),
    ]),
  })
}

const labelsWidth = (bars: readonly Bar[]): number =>
  Math.min(
    widestLabels,
    Math.max(narrowestLabels, ...bars.map(({ label }) => label.length * letterWidth + 16)),
  )

/**
 * Horizontal bars with their values written at the end, and the table behind. A bar past the limit is drawn with
 * an outline and marked "over" in words.
 */
export function barChart(params: BarChart): Html {
  const format = params.format ?? (value => oneDecimal.format(value))
  const top = params.limit ? 28 : 4
  const height = top + params.bars.length * rowHeight + 4
  const largest = Math.max(1, params.limit?.value ?? 0, ...params.bars.map(bar => bar.value))
  const labelWidth = labelsWidth(params.bars)
  const x = scaleLinear([0, largest], [labelWidth, width - valueWidth])
  const y = scaleBand(params.bars.keys(), [top, height - 4]).padding(0.2)
  const row = (bar: Bar, index: number): Html => {
    const isOver = params.limit !== undefined && bar.value > params.limit.value
    const from = y(index) ?? 0
    const middle = from + y.bandwidth() / 2
    return html`<text x="${labelWidth - 10}" y="${middle}" text-anchor="end" dominant-baseline="central">${bar.label}</text>
    <rect class="${isOver ? 'kith-bar kith-bar--over' : 'kith-bar'}" x="${labelWidth}" y="${from}" width="${x(bar.value) - labelWidth}" height="${y.bandwidth()}"></rect>
    <text x="${x(bar.value) + 8}" y="${middle}" dominant-baseline="central">${format(bar.value)}${isOver ? ' over' : ''}</text>`
  }
  const axis = html`<line class="kith-axis" x1="${labelWidth}" x2="${labelWidth}" y1="${top}" y2="${height - 4}"></line>`
  const content = html`${params.bars.map(row)}${axis}${limitLine(params.limit, x, height - 4)}`
  const { id, title, description } = params
  return figure({ id, title, description, width, height, content, alternative: behind(params, format) })
}
