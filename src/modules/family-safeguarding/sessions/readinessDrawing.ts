import { londonDate } from '#reference'
import { denseTable, figure, formatDate, type Html, html, nothing } from '#ui'
import type { Session } from './session.ts'

const LEFT = 40
const WIDTH = 720
const HEIGHT = 220
const TOP = 14
const BOTTOM = 28

type Mark = { readonly on: Temporal.PlainDate; readonly mark: number }

/** Readiness to change over time, as the person marked it; nothing where no mark was given. */
export function readinessDrawing(sessions: readonly Session[], id = 'readiness'): Html {
  const marks = sessions
    .flatMap(({ at, readiness }): Mark[] =>
      readiness === null ? [] : [{ on: londonDate(at), mark: readiness }],
    )
    .toSorted((one, other) => Temporal.PlainDate.compare(one.on, other.on))
  const [first] = marks
  const last = marks.at(-1)
  if (first === undefined || last === undefined) return nothing
  const span = Math.max(1, first.on.until(last.on).days)
  const x = ({ on }: Mark): number =>
    Math.round(LEFT + (first.on.until(on).days / span) * (WIDTH - LEFT - 20))
  const y = (mark: number): number => Math.round(TOP + (1 - mark / 10) * (HEIGHT - TOP - BOTTOM))
  const path = marks.map((one, place) => `${place === 0 ? 'M' : 'L'} ${x(one)} ${y(one.mark)}`).join(' ')
  return figure({
    id,
    title: 'Readiness to change',
    description: `Marks from 0 to 10 that the person gave: ${first.mark} on ${formatDate(first.on)}, ${last.mark} on ${formatDate(last.on)}.`,
    width: WIDTH,
    height: HEIGHT,
    content: html`${[0, 5, 10].map(
      mark =>
        html`<line class="kith-grid" x1="${LEFT}" x2="${WIDTH - 10}" y1="${y(mark)}" y2="${y(mark)}"></line><text class="kith-drawing__small" x="8" y="${y(mark) + 5}">${mark}</text>`,
    )}<path class="kith-line" d="${path}"></path>${marks.map(
      one =>
        html`<circle class="kith-bar" cx="${x(one)}" cy="${y(one.mark)}" r="5"><title>${one.mark} on ${formatDate(one.on)}</title></circle>`,
    )}<text class="kith-drawing__small" x="${LEFT}" y="${HEIGHT - 6}">${formatDate(first.on)}</text>${marks.length > 1 ? html`<text class="kith-drawing__small" x="${WIDTH - 130}" y="${HEIGHT - 6}">${formatDate(last.on)}</text>` : nothing}`,
    alternative: denseTable({
      caption: 'Readiness to change',
      head: ['On', 'Mark'].map(text => ({ text })),
      rows: marks.map(({ on, mark }) => [{ text: formatDate(on) }, { text: `${mark} of 10` }]),
    }),
  })
}
