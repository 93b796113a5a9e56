/** How much one batch may hold. */
export type BatchLimits<T> = {
  readonly items: number
  /** The sum of the items' weights, so that a few huge ones do not fill the memory. */
  readonly weight: number
  readonly weigh: (item: T) => number
}

/** The items in their order, so many at once; the last batch is what is left. A batch holds one item at least. */
export async function* inBatches<T>(
  items: AsyncIterable<T>,
  { items: most, weight: heaviest, weigh }: BatchLimits<T>,
): AsyncGenerator<readonly T[]> {
  let batch: T[] = []
  let weight = 0
  for await (const item of items) {
    batch.push(item)
    weight += weigh(item)
    if (batch.length < most && weight < heaviest) continue
    yield batch
    batch = []
    weight = 0
  }
  if (batch.length > 0) yield batch
}
