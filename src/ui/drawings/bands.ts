import { scaleLinear } from 'd3-scale'
import { type Html, html, nothing } from '../html.ts'
import type { Figure } from './figure.ts'

/** A time with a beginning and perhaps an end. */
export interface TimeBand {
  readonly from: Temporal.PlainDate
  /** Null while it goes on. */
  readonly to: Temporal.PlainDate | null
  readonly label: string
  /** Drawn with a heavy edge. */
  readonly isHeavy?: boolean
}

export interface BandRow {
  readonly label: string
  readonly bands: readonly TimeBand[]
  /** Moments, drawn as ticks. */
  readonly ticks?: readonly Temporal.PlainDate[]
}

/** One person's rows, under their name. */
export interface BandGroup {
  readonly label: string
  readonly rows: readonly BandRow[]
}

export interface BandChart {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly groups: readonly BandGroup[]
  /** First and last day shown. */
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly today: Temporal.PlainDate
}

const LABELS = 168
const WIDTH = 1080
const LINE = 26
const GAP = 8
const HEAD = 30
const LETTER = 8.2 // of 13 pixel type

/** Bands on an axis of time, a group of rows for each person. What begins before or ends after is cut at the edge. */
export function bandFigure({ groups, from, until, today, ...named }: BandChart): Figure {
  const days = (day: Temporal.PlainDate): number => from.until(day, { largestUnit: 'days' }).days
  const x = scaleLinear([0, Math.max(1, days(until))], [LABELS, WIDTH - 12]).clamp(true)
  const at = (day: Temporal.PlainDate): number => Math.round(x(days(day)) * 10) / 10
  const drawn: Html[] = []
  let y = HEAD
  for (const group of groups) {
    drawn.push(html`<text class="kith-band__group" x="0" y="${y + 18}">${group.label}</text>`)
    y += LINE
    for (const row of group.rows) {
      const lanes = laned(row.bands.filter(band => isShown(band, from, until)))
      drawn.push(html`<text class="kith-drawing__small" x="10" y="${y + 17}">${row.label}</text>`)
      for (const [lane, bands] of lanes.entries())
        for (const band of bands) drawn.push(bandShape(band, y + lane * LINE, { at, today }))
      for (const tick of row.ticks ?? [])
        if (Temporal.PlainDate.compare(tick, from) >= 0 && Temporal.PlainDate.compare(tick, until) <= 0)
          drawn.push(
            html`<line class="kith-band__tick" data-tick="${tick.toString()}" x1="${at(tick)}" x2="${at(tick)}" y1="${y + 3}" y2="${y + LINE - 5}"></line>`,
          )
      y += Math.max(1, lanes.length) * LINE
    }
    y += GAP
  }
  return { ...named, width: WIDTH, height: y + 4, content: html`${axis(from, until, at, y)}${drawn}` }
}

const isShown = ({ from, to }: TimeBand, first: Temporal.PlainDate, last: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(from, last) <= 0 && (to === null || Temporal.PlainDate.compare(to, first) >= 0)

/** Bands of one row that overlap go under one another. */
function laned(bands: readonly TimeBand[]): readonly (readonly TimeBand[])[] {
  const lanes: TimeBand[][] = []
  for (const band of bands.toSorted((one, other) => Temporal.PlainDate.compare(one.from, other.from))) {
    const free = lanes.find(lane => {
      const last = lane.at(-1)
      return last?.to != null && Temporal.PlainDate.compare(last.to, band.from) <= 0
    })
    if (free) free.push(band)
    else lanes.push([band])
  }
  return lanes
}

type Scale = { readonly at: (day: Temporal.PlainDate) => number; readonly today: Temporal.PlainDate }

function bandShape({ from, to, label, isHeavy }: TimeBand, y: number, { at, today }: Scale): Html {
  const left = at(from)
  const width = Math.max(4, at(to ?? today) - left)
  const letters = Math.floor((width - 8) / LETTER)
  const words = label.length <= letters ? label : letters >= 5 ? `${label.slice(0, letters - 1)}…` : ''
  return html`<rect class="kith-band${isHeavy ? ' kith-band--protection' : ''}${to === null ? ' kith-band--open' : ''}" data-band="${label}" x="${left}" y="${y + 2}" width="${width}" height="${LINE - 6}"><title>${label}</title></rect>
  ${words === '' ? nothing : html`<text class="kith-drawing__small" x="${left + 5}" y="${y + 17}">${words}</text>`}`
}

/** A line for each year, or for each month where less than two years are shown; every so many are named. */
function axis(from: Temporal.PlainDate, until: Temporal.PlainDate, at: Scale['at'], height: number): Html {
  const isShort = from.until(until, { largestUnit: 'months' }).months < 24
  const step = { [isShort ? 'months' : 'years']: 1 }
  const marks: Temporal.PlainDate[] = []
  let mark = isShort ? from.with({ day: 1 }) : from.with({ month: 1, day: 1 })
  while (Temporal.PlainDate.compare(mark, until) <= 0) {
    if (Temporal.PlainDate.compare(mark, from) >= 0) marks.push(mark)
    mark = mark.add(step)
  }
  const every = Math.ceil(marks.length / 16)
  const word = (day: Temporal.PlainDate): string =>
    isShort ? day.toLocaleString('en-GB', { month: 'short', year: '2-digit' }) : String(day.year)
  return html`${marks.map(
    (
      day,
      index,
    ) => html`<line class="kith-grid" x1="${at(day)}" x2="${at(day)}" y1="22" y2="${height}"></line>
  ${index % every === 0 ? html`<text class="kith-drawing__small" x="${at(day) + 3}" y="14">${word(day)}</text>` : nothing}`,
  )}`
}
