import type { Mark } from '../queries/marksOf.ts'
import type { DrawnMark } from './drawOutline.ts'
import { type Outline, outlines } from './outlines/index.ts'

/** The marks of one outline as they are drawn: the newest of each number, struck through once it was withdrawn. */
export function drawnOn(outline: Outline, marks: readonly Mark[]): readonly DrawnMark[] {
  return marks
    .filter(mark => mark.view === outline.code && (mark.correctedBy === null || movedElsewhere(mark, marks)))
    .map(({ number, region, x, y, isWithdrawn, correctedBy }) => ({
      number,
      region,
      x,
      y,
      isStruck: isWithdrawn || correctedBy !== null,
    }))
}

/** Corrected to another place: the first one stays to be seen, struck through. */
function movedElsewhere(mark: Mark, marks: readonly Mark[]): boolean {
  const later = marks.find(({ id }) => id === mark.correctedBy)
  return later !== undefined && (later.view !== mark.view || later.region !== mark.region)
}

/** Front and back, and every other outline that a mark is on. */
export function shownOutlines(marks: readonly Mark[], isBaby: boolean): readonly Outline[] {
  const always = isBaby ? ['infant_front', 'infant_back'] : ['front', 'back']
  const marked = new Set(marks.map(({ view }) => view))
  return outlines.filter(({ code }) => always.includes(code) || marked.has(code))
}
