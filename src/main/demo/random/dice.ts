import type { Uuid } from '#platform/ids'

/** Chance that always falls the same way for one seed: the whole demo county is thrown with it. */
export type Dice = {
  /** At least 0, less than 1. */
  next(): number
  /** A whole number, both ends included. */
  int(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of the values, each as likely as its weight. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T
  /** A number around a mean that is rarely far from it, never below the floor. */
  around(mean: number, floor: number): number
  /** A new id; later ids sort after earlier ones. */
  id(): Uuid
  /** Other dice, fallen apart from these: what is thrown with one does not move the other. */
  fork(name: string): Dice
}

/** sfc32 (public domain, by Chris Doty-Humphrey) over a hash of the seed. */
export function throwDice(seed: string): Dice {
  const next = generator(seed)
  let made = 0
  const dice: Dice = {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: probability => next() < probability,
    pick: list => {
      const picked = list[Math.floor(next() * list.length)]
      if (picked === undefined) throw new Error('Nothing to pick from: the list is empty')
      return picked
    },
    weighted: choices => weigh(choices, next()),
    around: (mean, floor) => Math.max(floor, mean * (0.4 + 0.6 * (next() + next()))),
    id: () => {
      made += 1
      return orderedId(made, next)
    },
    fork: name => throwDice(`${seed}/${name}`),
  }
  return dice
}

function weigh<T>(choices: readonly (readonly [value: T, weight: number])[], thrown: number): T {
  let left = thrown * choices.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of choices) {
    left -= weight
    if (left < 0) return value
  }
  const last = choices.at(-1)
  if (last === undefined) throw new Error('Nothing to choose from: the list is empty')
  return last[0]
}

/** Shaped as RFC 9562 version 7, so that indexes stay compact: a count stands where the clock would. */
function orderedId(count: number, next: () => number): Uuid {
  const hex = (length: number) =>
    Math.floor(next() * 16 ** length)
      .toString(16)
      .padStart(length, '0')
  const first = (0x0170_0000_0000 + count).toString(16).padStart(12, '0')
  return `${first.slice(0, 8)}-${first.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}` as Uuid // shaped here
}

function generator(seed: string): () => number {
  let [a, b, c, d] = hash(seed)
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / 4294967296
  }
  for (let warm = 0; warm < 15; warm += 1) next()
  return next
}

/** FNV-1a, four times with other beginnings. */
function hash(text: string): [number, number, number, number] {
  const one = (begin: number) => {
    let value = begin | 0
    for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619)
    return value
  }
  return [one(2166136261), one(374761393), one(668265263), one(1274126177)]
}
