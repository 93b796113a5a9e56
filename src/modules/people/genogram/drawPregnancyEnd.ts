import { type Html, html, nothing } from '#ui'
import type { PregnancyEnd } from '../queries/pregnancyEndsAmong.ts'
import { describePartialDate } from '../rules/partialDate.ts'
import { pregnancyWords } from '../rules/pregnancyWords.ts'
import { outline, SMALL, shapeOf } from './drawSymbol.ts'
import { SYMBOL } from './layoutGenogram.ts'
import type { Point } from './point.ts'

/**
 * A pregnancy that ended, smaller than a person: a triangle with a diagonal for a miscarriage, with a diagonal and a level line
 * for an abortion; the child's own shape with a cross for a stillbirth. Its kind and date stand below.
 */
export function drawPregnancyEnd(end: PregnancyEnd, place: Point): Html {
  const at = { x: place.x, y: place.y - SYMBOL / 2 + SMALL } // hangs from the line as anybody's symbol does
  const shape = end.kind === 'stillbirth' ? shapeOf({ isUnborn: false, sex: end.sex }) : 'triangle'
  const words = [
    pregnancyWords[end.kind],
    describePartialDate({ date: end.endedOn, precision: end.precision }),
  ]
  return html`<g data-pregnancy="${end.kind}">${outline(shape, at, SMALL)}${marks(end.kind, at)}${words.map(
    (text, index) =>
      html`<text class="kith-drawing__small kith-drawing__halo" x="${at.x}" y="${at.y + SMALL + 18 + index * 17}" text-anchor="middle">${text}</text>`,
  )}</g>`
}

function marks(kind: PregnancyEnd['kind'], { x, y }: Point): Html {
  const r = SMALL + 4
  const line = (d: string): Html => html`<path class="kith-genogram__line" d="${d}"></path>`
  const rising = line(`M ${x - r} ${y + r} L ${x + r} ${y - r}`)
  const falling = line(`M ${x - r} ${y - r} L ${x + r} ${y + r}`)
  const level = line(`M ${x - r - 3} ${y + 4} H ${x + r + 3}`)
  return html`${rising}${kind === 'stillbirth' ? falling : nothing}${kind === 'abortion' ? level : nothing}`
}
