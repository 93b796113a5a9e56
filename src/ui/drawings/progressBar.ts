import { scaleLinear } from 'd3-scale'
import { type Html, html } from '../html.ts'

export interface ProgressBar {
  readonly id: string
  /** What is counted, such as "Visits done this month". */
  readonly title: string
  readonly done: number
  readonly of: number
}

const width = 240
const height = 16

/** A small bar with its count in words beside it: "3 of 8". Past the whole it is full. */
export function progressBar(params: ProgressBar): Html {
  const x = scaleLinear([0, Math.max(1, params.of)], [0, width]).clamp(true)
  const words = `${params.done} of ${params.of}`
  return html`<span class="kith-progress">
  <svg role="img" aria-labelledby="${params.id}-title" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" xmlns="http://www.w3.org/2000/svg" focusable="false">
    <title id="${params.id}-title">${params.title}: ${words}</title>
    <rect class="kith-progress__whole" x="0" y="0" width="${width}" height="${height}"></rect>
    <rect class="kith-bar" x="0" y="0" width="${x(params.done)}" height="${height}"></rect>
  </svg>
  <span class="kith-progress__words" aria-hidden="true">${words}</span>
</span>`
}
