import type { Uuid } from '#platform/ids'
import { generationsOf } from './generationsOf.ts'
import { type Lanes, lanesOf } from './lanesOf.ts'
import type { Ordered } from './ordered.ts'
import type { Point } from './point.ts'
import { type Chain, rowsOf } from './rowsOf.ts'
import { spread } from './spread.ts'
import type { GenogramLink, Union } from './unions.ts'

export const SYMBOL = 52
/** Room of one person: the symbol with its years and a name of fifteen letters. */
const CELL = 164
const MARGIN = { side: 10, top: 48, bottom: 66 }
/** Between two parallel lines. */
export const LANE = 12
/** Below the middle of a symbol: its name in two lines, then the couple's line. */
export const LABELS = 60
/** Above the symbols of children: the line from which they hang. */
export const BAR = 24
/** The years of a couple stand below their line. */
const DATES = 12
const SWEEPS = 24

export type GenogramLayout = {
  /** Middle of each person's symbol. */
  readonly people: ReadonlyMap<Uuid, Point>
  /** The parallel heights of couples' lines, and of the lines from which children hang. */
  readonly lanes: Lanes
  readonly width: number
  readonly height: number
}

/**
 * Places everyone: generations in rows, partners side by side, children below their parents from the eldest on the left.
 * @param people in order of age, eldest first
 */
export function layoutGenogram(
  people: readonly Ordered[],
  unions: readonly Union[],
  links: readonly GenogramLink[] = [],
): GenogramLayout {
  const row = generationsOf(
    people.map(({ id }) => id),
    unions,
    links,
  )
  const rows = rowsOf(people, unions, row)
  const x = placed(rows, unions)
  const lanes = lanesOf(unions, x, row)
  const tops: number[] = []
  let y = MARGIN.top + SYMBOL / 2
  for (const index of rows.keys()) {
    if (index > 0)
      y +=
        SYMBOL +
        LABELS +
        DATES +
        BAR +
        LANE * ((lanes.couplesIn(index - 1) || 1) + (lanes.barsIn(index) || 1))
    tops.push(y)
  }
  const points = new Map(
    people.map(({ id }) => [id, { x: Math.round(x.get(id) ?? 0), y: tops[row.get(id) ?? 0] ?? 0 }] as const),
  )
  const last = lanes.couplesIn(rows.length - 1)
  return {
    people: points,
    lanes,
    width: Math.max(320, Math.ceil(Math.max(0, ...x.values()) + CELL / 2 + MARGIN.side)),
    height: Math.ceil(y + SYMBOL / 2 + MARGIN.bottom + last * LANE),
  }
}

/** The middle of each person, by pulling parents over their children and children under their parents, in turns. */
function placed(rows: readonly (readonly Chain[])[], unions: readonly Union[]): ReadonlyMap<Uuid, number> {
  const packed = new Map<Uuid, number>()
  for (const chains of rows) {
    let at = -CELL / 2
    for (const { members } of chains)
      for (const id of members) {
        at += CELL
        packed.set(id, at)
      }
  }
  const x = new Map(packed)
  const mean = (numbers: readonly number[]): number =>
    numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length)
  const middle = (ids: readonly Uuid[], of = x): number => mean(ids.map(id => of.get(id) ?? 0))
  /** Where each person of a chain is wanted, less where they are. */
  const pulls = (members: readonly Uuid[], isDown: boolean): number[] =>
    unions.flatMap(({ parents, children }) => {
      const young = children.map(({ id }) => id)
      if (parents.length === 0 || young.length === 0) return []
      if (!isDown) return parents.some(id => members.includes(id)) ? [middle(young) - middle(parents)] : []
      // Brothers and sisters stand as close as their row lets them, under the middle of their parents.
      const wanted = (id: Uuid): number => middle(parents) + (packed.get(id) ?? 0) - middle(young, packed)
      return young.filter(id => members.includes(id)).map(id => wanted(id) - (x.get(id) ?? 0))
    })
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const isDown = sweep % 2 === 0
    for (const chains of isDown ? rows : rows.toReversed()) {
      const wishes = chains.map(({ members }) => {
        const pull = pulls(members, isDown)
        const left = middle(members.slice(0, 1)) - CELL / 2
        return { wanted: left + mean(pull), width: members.length * CELL, weight: Math.max(0.2, pull.length) }
      })
      for (const [index, left] of spread(wishes).entries())
        for (const [place, id] of (chains[index]?.members ?? []).entries())
          x.set(id, left + CELL * (place + 0.5))
    }
  }
  const least = Math.min(...x.values()) - CELL / 2 - MARGIN.side
  return new Map([...x].map(([id, at]) => [id, at - least]))
}
