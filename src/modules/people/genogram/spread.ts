/** Something in a row that wants to stand somewhere and takes its room. */
export type Wish = { readonly wanted: number; readonly width: number; readonly weight: number }

/**
 * Places things of a row, in their order, as near as can be to where each wants its left edge, without overlap: the least
 * squares of the wishes (neighbours that would overlap are pooled and share their mean).
 * @returns the left edge of each
 */
export function spread(wishes: readonly Wish[]): readonly number[] {
  const before: number[] = []
  let sum = 0
  for (const { width } of wishes) {
    before.push(sum)
    sum += width
  }
  const pools: { mean: number; weight: number; count: number }[] = []
  for (const [index, { wanted, weight }] of wishes.entries()) {
    pools.push({ mean: wanted - (before[index] ?? 0), weight, count: 1 })
    for (;;) {
      const [one, other] = [pools.at(-2), pools.at(-1)]
      if (!one || !other || one.mean <= other.mean) break
      pools.pop()
      const both = one.weight + other.weight
      one.mean = (one.mean * one.weight + other.mean * other.weight) / both
      one.weight = both
      one.count += other.count
    }
  }
  return pools
    .flatMap(({ mean, count }) => Array.from({ length: count }, () => mean))
    .map((mean, index) => mean + (before[index] ?? 0))
}
