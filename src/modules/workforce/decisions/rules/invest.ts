/** What was forecast or found for a period. */
export type Period = {
  readonly from: Temporal.PlainDate
  readonly until: Temporal.PlainDate
  readonly spent: number
  /** Weeks of places that were not needed, as somebody counted them. */
  readonly weeksAvoided: number
}

/** Money of one kind, added up period by period. */
export type Standing = Period & {
  /** What the weeks would have cost. */
  readonly avoided: number
  readonly spentSoFar: number
  readonly avoidedSoFar: number
}

/** The periods in their order, with what has been spent and avoided up to the end of each. */
export function addUp(periods: readonly Period[], weekCost: number): readonly Standing[] {
  let [spentSoFar, avoidedSoFar] = [0, 0]
  return periods
    .toSorted((one, other) => Temporal.PlainDate.compare(one.from, other.from))
    .map(period => {
      const avoided = period.weeksAvoided * weekCost
      spentSoFar += period.spent
      avoidedSoFar += avoided
      return { ...period, avoided, spentSoFar, avoidedSoFar }
    })
}

/** Weeks of a place that cost as much as the investment: 499,000 at 3,000 a week are 166.4. */
export const weeksToBreakEven = (investment: number, weekCost: number): number =>
  Math.ceil((investment / weekCost) * 10 - 1e-9) / 10

/** The first day by which as much was avoided as spent; null while it is not. */
export function breakEven(standings: readonly Standing[]): Temporal.PlainDate | null {
  return standings.find(one => one.spentSoFar > 0 && one.avoidedSoFar >= one.spentSoFar)?.until ?? null
}
