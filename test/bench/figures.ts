/** The middle value, or the one at another share of the sorted values (0.95 for p95); 0 of none. */
export function quantile(values: readonly number[], share = 0.5): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

/** Milliseconds of one thing measured again and again. */
export type Spread = { readonly min: number; readonly p50: number; readonly p95: number }

/** Smallest, middle and near-largest of the times. */
export function spreadOf(times: readonly number[]): Spread {
  return { min: round(Math.min(...times)), p50: round(quantile(times)), p95: round(quantile(times, 0.95)) }
}

/**
 * How many times longer one thing took than another: the middle of the ratios of each round, since both met the same
 * disturbances within it.
 */
export function ratioOf(times: readonly number[], toOthers: readonly number[]): number {
  const ratios = times.flatMap((time, round) => {
    const other = toOthers[round]
    return other === undefined || other === 0 ? [] : [time / other]
  })
  return round(quantile(ratios))
}

export const round = (value: number): number => Math.round(value * 100) / 100
