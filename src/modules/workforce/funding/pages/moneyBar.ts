import { scaleLinear } from 'd3-scale'
import { figure, type Html, html, table } from '#ui'
import type { FundingStream } from '../queries/readFunding.ts'
import { pounds } from '../rules/spent.ts'

type Drawn = { readonly stream: FundingStream; readonly spent: number; readonly on: Temporal.PlainDate }

const WIDTH = 620

/** How much of a stream is spent, beside how much of its time has gone: two bars, with the money in words. */
export function moneyBar({ stream, spent, on }: Drawn): Html {
  const x = scaleLinear([0, Math.max(stream.amount, spent)], [0, WIDTH]).clamp(true)
  const gone = timeGone(stream, on)
  const over = spent > stream.amount ? ', which is over it' : ''
  const remaining = Math.round((stream.amount - spent) * 100) / 100
  return figure({
    id: `stream-${stream.id}`,
    title: `Spent of ${stream.name}`,
    description: `${pounds(spent)} of ${pounds(stream.amount)} is spent${over}; ${pounds(remaining)} remains.${gone === null ? '' : ` ${Math.round(gone * 100)}% of its time has gone.`}`,
    width: WIDTH + 4,
    height: gone === null ? 58 : 108,
    content: html`<rect class="kith-progress__whole" x="1" y="4" width="${WIDTH}" height="24"></rect>
    <rect class="kith-bar" x="1" y="4" width="${x(Math.max(0, spent))}" height="24"></rect>
    <text class="kith-drawing__small" x="1" y="46">Spent ${pounds(spent)} · remains ${pounds(remaining)}</text>
    ${
      gone === null
        ? ''
        : html`<rect class="kith-progress__whole" x="1" y="64" width="${WIDTH}" height="12"></rect>
    <rect class="kith-axis" x="1" y="64" width="${gone * WIDTH}" height="12"></rect>
    <text class="kith-drawing__small" x="1" y="94">${Math.round(gone * 100)}% of its time has gone</text>`
    }`,
    alternative: table({
      caption: 'Money of this stream',
      captionClasses: 'govuk-table__caption--s',
      rows: [
        [{ text: 'Given' }, { text: pounds(stream.amount), format: 'numeric' }],
        [{ text: 'Spent' }, { text: pounds(spent), format: 'numeric' }],
        [{ text: 'Remains' }, { text: pounds(remaining), format: 'numeric' }],
      ],
    }),
  })
}

/** How much of a stream's time has gone, from 0 to 1; null where it has no end. */
function timeGone({ startsOn, endsOn }: FundingStream, on: Temporal.PlainDate): number | null {
  if (endsOn === null) return null
  const days = (to: Temporal.PlainDate) => startsOn.until(to, { largestUnit: 'days' }).days
  return Math.min(1, Math.max(0, days(on) / Math.max(1, days(endsOn))))
}
