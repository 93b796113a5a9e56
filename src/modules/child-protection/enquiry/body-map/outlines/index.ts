import { bodies } from './bodies.ts'
import { handsAndSoles } from './handsAndSoles.ts'
import { heads } from './heads.ts'
import { isInside, middleOf, type Outline, type Point, type Region } from './shapes.ts'

export type { Outline, Point, Region } from './shapes.ts'

/** Every outline of the body map, in the order in which they are offered. Drawn for Kith from plain shapes. */
export const outlines: readonly Outline[] = [...bodies, ...heads, ...handsAndSoles]

export const outlineOf = (code: string): Outline | null => outlines.find(one => one.code === code) ?? null

export const regionOf = (outline: Outline, code: string): Region | null =>
  outline.regions.find(one => one.code === code) ?? null

/** The region that was pointed at; null beside the body. */
export const regionAt = (outline: Outline, place: Point): Region | null =>
  outline.regions.findLast(({ points }) => isInside(place, points)) ?? null

/** Where a mark is drawn: where somebody pointed, else in the middle of its region. */
export function placeOf(
  outline: Outline,
  mark: { readonly region: string; readonly x: number | null; readonly y: number | null },
): Point {
  if (mark.x !== null && mark.y !== null) return [mark.x, mark.y]
  const region = regionOf(outline, mark.region)
  return region === null ? [outline.width / 2, outline.height / 2] : middleOf(region.points)
}

/** "Left upper arm (child, front)" */
export function whereWords(view: string, region: string): string {
  const outline = outlineOf(view)
  if (outline === null) return `${view}, ${region}`
  const found = regionOf(outline, region)
  return `${found?.words ?? region} (${outline.words.slice(0, 1).toLowerCase()}${outline.words.slice(1)})`
}
