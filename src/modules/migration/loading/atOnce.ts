/**
 * Runs `work` for each item, at most so many at once, and takes the next item only when there is room. Items that share a
 * key run one after the other, in their order. When one fails, or the items themselves do, those under way are waited for
 * before the error is thrown on.
 */
export async function atOnce<T>(
  items: AsyncIterable<T>,
  most: number,
  work: (item: T) => Promise<void>,
  keysOf: (item: T) => ReadonlySet<string> = () => new Set(),
): Promise<void> {
  const underWay = new Map<Promise<void>, ReadonlySet<string>>()
  const failures: unknown[] = []
  const isShared = (keys: ReadonlySet<string>) =>
    [...underWay.values()].some(others => !others.isDisjointFrom(keys))
  try {
    for await (const item of items) {
      const keys = keysOf(item)
      while (isShared(keys)) await Promise.race(underWay.keys())
      if (failures.length > 0) break
      const one: Promise<void> = work(item)
        .catch(error => void failures.push(error))
        .finally(() => underWay.delete(one))
      underWay.set(one, keys)
      if (underWay.size >= most) await Promise.race(underWay.keys())
      if (failures.length > 0) break
    }
  } finally {
    await Promise.all(underWay.keys())
  }
  if (failures.length > 0) throw failures[0]
}
