/** How the authority counts caseload: what is counted, and the most of it for one full-time worker. */
export type CaseloadRule = {
  readonly limit: number
  readonly counts: 'children' | 'families'
  /** What a child counts for a co-worker: 0 for nothing, 1 as for the lead. */
  readonly coWorking: number
}

/** What somebody holds, and the capacity that holds it. */
export type Held = {
  readonly led: number
  readonly coWorked: number
  readonly families: number
  readonly coFamilies: number
  /** FTE as the rule counts it; null where the reader may not know it: then the FTE of the posts stands. */
  readonly counted: number | null
  readonly fte: number
}

/** A ratio; children and nobody whose hours count; or neither. */
export type Standing =
  | { readonly kind: 'ratio'; readonly perFte: number; readonly isOver: boolean }
  | { readonly kind: 'no_capacity' }
  | { readonly kind: 'nothing' }

/** What the rule counts of it: each brother and sister is one child, or all of them are one family. */
export function loadOf(held: Held, rule: CaseloadRule): number {
  return rule.counts === 'children'
    ? held.led + rule.coWorking * held.coWorked
    : held.families + rule.coWorking * held.coFamilies
}

/** FTE that holds it. */
export const capacityOf = (held: Pick<Held, 'counted' | 'fte'>): number => held.counted ?? held.fte

/** Children (or families) for one full-time worker. Above the limit is over; at it is not. */
export function standingOf(held: Held, rule: CaseloadRule): Standing {
  const load = loadOf(held, rule)
  const capacity = capacityOf(held)
  if (capacity > 0) return { kind: 'ratio', perFte: load / capacity, isOver: load / capacity > rule.limit }
  return load > 0 ? { kind: 'no_capacity' } : { kind: 'nothing' }
}

/** FTE that this load needs so that nobody is over; in tenths, upwards, since a part of a post is hired in tenths. */
export function capacityNeeded(load: number, limit: number): number {
  return Math.max(0, Math.ceil((load / limit) * 10 - 1e-9)) / 10
}

/** What it would be with more children, all of one family. */
export function withMore(held: Held, children: number, families: number): Held {
  return { ...held, led: held.led + children, families: held.families + families }
}

/** Several together: of a team, an area, the authority. Unknown capacity of one is that of the posts. */
export function together(all: readonly Held[]): Held {
  const sum = (of: (held: Held) => number) => rounded(all.reduce((total, held) => total + of(held), 0))
  return {
    led: sum(({ led }) => led),
    coWorked: sum(({ coWorked }) => coWorked),
    families: sum(({ families }) => families),
    coFamilies: sum(({ coFamilies }) => coFamilies),
    counted: sum(capacityOf),
    fte: sum(({ fte }) => fte),
  }
}

/** Sums of hundredths stay hundredths. */
const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** Bands of caseload, against which practice is looked at. */
export const bands = ['under 12', '12 to 15', 'over 15 to 18', 'above 18', 'no capacity'] as const
export type Band = (typeof bands)[number]

/** The band of a ratio: 12 and 15 belong to the second, 18 to the third. */
export function bandOf(standing: Standing): Band | null {
  if (standing.kind === 'nothing') return null
  if (standing.kind === 'no_capacity') return 'no capacity'
  const { perFte } = standing
  if (perFte < 12) return 'under 12'
  if (perFte <= 15) return '12 to 15'
  return perFte <= 18 ? 'over 15 to 18' : 'above 18'
}
