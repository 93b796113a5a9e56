/** Counts smaller than this could tell of one family: they are not shown. */
export const LEAST = 5

/** A count as it may be shown. */
export const shownCount = (count: number): string =>
  count > 0 && count < LEAST ? `fewer than ${LEAST}` : `${count}`

/** The middle of some numbers; null of fewer than may be shown. */
export function shownMedian(values: readonly number[]): number | null {
  if (values.length < LEAST) return null
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [low = 0, high = 0] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 0 ? (low + high) / 2 : high
}

/** The mean, to one decimal; null of fewer than may be shown. */
export function shownMean(values: readonly number[]): number | null {
  if (values.length < LEAST) return null
  return Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 10) / 10
}
