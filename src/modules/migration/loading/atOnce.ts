/**
 * Runs `work` for each item, at most so many at once, and takes the next item only when there is room. When one fails, or
 * the items themselves do, those under way are waited for before the error is thrown on.
 */
export async function atOnce<T>(
  items: AsyncIterable<T>,
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const underWay = new Set<Promise<void>>()
  const failures: unknown[] = []
  try {
    for await (const item of items) {
      const one: Promise<void> = work(item)
        .catch(error => void failures.push(error))
        .finally(() => underWay.delete(one))
      underWay.add(one)
      if (underWay.size >= most) await Promise.race(underWay)
      if (failures.length > 0) break
    }
  } finally {
    await Promise.all(underWay)
  }
  if (failures.length > 0) throw failures[0]
}
