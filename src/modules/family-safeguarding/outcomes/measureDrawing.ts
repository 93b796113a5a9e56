import { figure, formatDate, type Html, html, nothing } from '#ui'
import type { Series } from './series.ts'

const WIDTH = 720
const LEFT = 44
const RIGHT = 70
const BAND = 74
const TOP = 22
const MOST = 16 // bands that a page can be read with

/** Measures of adults and children on one line of time, each in its own scale, with the first contact marked. */
export function measureDrawing(all: readonly Series[]): Html {
  const series = all.filter(({ marks }) => marks.length > 1).slice(0, MOST)
  const days = series.flatMap(({ marks }) => marks.map(({ on }) => on)).toSorted(Temporal.PlainDate.compare)
  const [from] = days
  const until = days.at(-1)
  if (from === undefined || until === undefined) return nothing
  const span = Math.max(1, from.until(until).days)
  const x = (on: Temporal.PlainDate): number =>
    Math.round(LEFT + (from.until(on).days / span) * (WIDTH - LEFT - RIGHT))
  const height = series.length * BAND + 30
  return figure({
    id: 'measures',
    title: 'Measures before and after the first contact',
    description: `${series.map(described).join(' ')} The tables below hold every value.`,
    width: WIDTH,
    height,
    content: html`${series.map((one, at) => band(one, at * BAND, x))}<text class="kith-drawing__small" x="${LEFT}" y="${height - 6}">${formatDate(from)}</text><text class="kith-drawing__small" x="${WIDTH - 130}" y="${height - 6}">${formatDate(until)}</text>`,
  })
}

const described = ({ who, measure, marks }: Series): string =>
  `${who}, ${measure}: ${marks[0]?.value} first, ${marks.at(-1)?.value} last.`

/** One measure: its words, its line in its own scale, and a dashed line at the first contact. */
function band(
  { who, measure, first, marks }: Series,
  top: number,
  x: (on: Temporal.PlainDate) => number,
): Html {
  const values = marks.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const y = (value: number): number =>
    Math.round(top + TOP + 8 + (1 - (high === low ? 0.5 : (value - low) / (high - low))) * (BAND - TOP - 20))
  const path = marks.map(({ on, value }, at) => `${at === 0 ? 'M' : 'L'} ${x(on)} ${y(value)}`).join(' ')
  const last = marks.at(-1)
  const from = marks[0]?.on
  const isInside =
    first !== null &&
    from !== undefined &&
    last !== undefined &&
    Temporal.PlainDate.compare(first, from) >= 0 &&
    Temporal.PlainDate.compare(first, last.on) <= 0
  return html`<text class="kith-drawing__small" x="2" y="${top + 14}">${who}: ${measure}</text>
${isInside && first !== null ? html`<line class="kith-limit" x1="${x(first)}" x2="${x(first)}" y1="${top + TOP}" y2="${top + BAND - 6}"><title>First contact on ${formatDate(first)}</title></line>` : nothing}
<path class="kith-line" d="${path}"></path>${marks.map(({ on, value }) => html`<circle class="kith-bar" cx="${x(on)}" cy="${y(value)}" r="4"><title>${value} on ${formatDate(on)}</title></circle>`)}
${marks[0] === undefined || x(marks[0].on) === x(last?.on ?? marks[0].on) ? nothing : html`<text class="kith-drawing__small" x="2" y="${y(marks[0].value) + 5}">${marks[0].value}</text>`}
${last === undefined ? nothing : html`<text class="kith-drawing__small" x="${x(last.on) + 10}" y="${y(last.value) + 5}">${last.value}</text>`}`
}
