/** KITH_TURN names a day's turn, to run again what failed then; 'all' takes everything. */
const named = process.env['KITH_TURN']
const turnOfToday = named === undefined ? Math.floor(Date.now() / 86_400_000) : Number(named)

/**
 * Of a long list, what an everyday run takes: one in so many, others each day, so that in as many days each was taken.
 * @param parts over how many days the list is spread
 */
export function turnOf<T>(list: readonly T[], parts: number): readonly T[] {
  return named === 'all' ? list : partOf(list, parts, turnOfToday)
}

/** The part of a list that one day takes. */
export function partOf<T>(list: readonly T[], parts: number, turn: number): readonly T[] {
  return list.filter((_, place) => place % parts === turn % parts)
}
