/** So many of the items in an order that a seed decides, one of each kind before the rest. */
export function sampled<T>(items: readonly T[], most: number, kindOf: (item: T) => string, seed = 1): T[] {
  let state = seed
  const next = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state
  }
  const shuffled = items
    .map(item => ({ item, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
  const kinds = new Set<string>()
  const firsts = shuffled.filter(item => {
    const isFirst = !kinds.has(kindOf(item))
    kinds.add(kindOf(item))
    return isFirst
  })
  const taken = new Set(firsts)
  return [...firsts, ...shuffled.filter(item => !taken.has(item))].slice(0, Math.max(most, firsts.length))
}
