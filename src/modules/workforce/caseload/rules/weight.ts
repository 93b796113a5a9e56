/** What a child weighs, by plan and need: the authority's own, and a judgement. */
export type Weights = {
  readonly protection: number
  readonly inNeed: number
  readonly other: number
  /** More for each need that is not met yet. */
  readonly need: number
}

/** Children led by plan, and their needs. */
export type Carried = {
  readonly protection: number
  readonly inNeed: number
  readonly other: number
  readonly needs: number
}

/** The sum, to a hundredth. */
export const weightOf = (carried: Carried, weights: Weights): number =>
  Math.round(
    (carried.protection * weights.protection +
      carried.inNeed * weights.inNeed +
      carried.other * weights.other +
      carried.needs * weights.need) *
      100,
  ) / 100
