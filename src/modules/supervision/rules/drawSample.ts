/** Numbers from 0 to 1 that follow from a seed alone (mulberry32 over an FNV-1a hash), so that a draw can be made again. */
function numbersFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * So many of the list, each as likely as any other, by a seed: the same seed draws the same from the same list, whatever its order.
 * All of them when there are no more.
 */
export function drawSample<T extends string>(all: readonly T[], size: number, seed: string): readonly T[] {
  const left = all.toSorted()
  const next = numbersFrom(seed)
  const drawn: T[] = []
  while (drawn.length < size && left.length > 0)
    drawn.push(...left.splice(Math.floor(next() * left.length), 1))
  return drawn
}
