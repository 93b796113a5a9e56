import type { CensusChild } from '../census/index.ts'
import type { Fate } from './childLedger.ts'

/** What became of the elements of one name. `doubted` are some of the others; all but it add up to `read`. */
export type ElementFates = {
  readonly read: number
  readonly stored: number
  readonly alreadyHeld: number
  readonly contradicted: number
  readonly refused: number
  readonly empty: number
  readonly unknown: number
  readonly doubted: number
}

export const noElements: ElementFates = {
  read: 0,
  stored: 0,
  alreadyHeld: 0,
  contradicted: 0,
  refused: 0,
  empty: 0,
  unknown: 0,
  doubted: 0,
}

/** What became of a child as a whole. */
export type ChildStatus = 'new' | 'changed' | 'unchanged' | 'refused'

const whole: Readonly<Record<ChildStatus, Fate>> = {
  new: 'stored',
  changed: 'held',
  unchanged: 'held',
  refused: 'refused',
}

/**
 * The fate of every element of one child: of values as they were laid upon the record, of the groups around them by what
 * they hold (stored when anything in them was), of all else by the child's.
 */
export function elementFates(
  child: Pick<CensusChild, 'counts'>,
  fates: ReadonlyMap<string, Fate>,
  status: ChildStatus,
): ReadonlyMap<string, ElementFates> {
  const settled = new Map<string, Record<Fate, number>>()
  for (const [path, fate] of [...fates, ...groupFates(fates, status)]) {
    const name = nameIn(path)
    const counts = settled.get(name) ?? { stored: 0, held: 0, contradicted: 0, refused: 0 }
    counts[fate] += 1
    settled.set(name, counts)
  }
  return new Map(
    [...child.counts].map(([name, read]) => {
      const known = settled.get(name) ?? { stored: 0, held: 0, contradicted: 0, refused: 0 }
      const all = { ...known }
      all[whole[status]] += read.stored - known.stored - known.held - known.contradicted - known.refused
      const { stored, held: alreadyHeld, contradicted } = all
      const { empty, unknown, doubted } = read
      const refused = read.refused + all.refused
      return [name, { read: read.read, stored, alreadyHeld, contradicted, refused, empty, unknown, doubted }]
    }),
  )
}

/** The groups that hold a value with a fate, once each. */
function groupFates(fates: ReadonlyMap<string, Fate>, status: ChildStatus): ReadonlyMap<string, Fate> {
  const groups = new Map<string, Fate>()
  for (const [path, fate] of fates) {
    for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) {
      const group = path.slice(0, at)
      const before = groups.get(group)
      if (before === undefined || gravity[fate] > gravity[before]) groups.set(group, fate)
    }
  }
  const kept = (fate: Fate): Fate => (fate === 'contradicted' ? 'held' : fate)
  return new Map([...groups].map(([path, fate]) => [path, status === 'refused' ? 'refused' : kept(fate)]))
}

const gravity: Readonly<Record<Fate, number>> = { refused: 0, contradicted: 1, held: 2, stored: 3 }

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\[\d+\]$/, '')

export function addFates(one: ElementFates, other: ElementFates): ElementFates {
  return {
    read: one.read + other.read,
    stored: one.stored + other.stored,
    alreadyHeld: one.alreadyHeld + other.alreadyHeld,
    contradicted: one.contradicted + other.contradicted,
    refused: one.refused + other.refused,
    empty: one.empty + other.empty,
    unknown: one.unknown + other.unknown,
    doubted: one.doubted + other.doubted,
  }
}

/** Whether every element that was read fell in exactly one place. */
export const addsUp = (of: ElementFates): boolean =>
  of.read === of.stored + of.alreadyHeld + of.contradicted + of.refused + of.empty + of.unknown &&
  Object.values(of).every(count => count >= 0)
