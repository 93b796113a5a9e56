/** So many of each kind are remembered. */
const MOST = 50
/** Fewer tell nothing. */
const FEWEST = 3

type Taken = { readonly entries: number; readonly seconds: number }

/** How long prints of each kind took since the service started. */
export class UsualTimes {
  readonly #taken = new Map<string, Taken[]>()

  note(kind: string, taken: Taken): void {
    const all = [...(this.#taken.get(kind) ?? []), taken]
    this.#taken.set(kind, all.slice(-MOST))
  }

  /** Half of the prints of this kind and about this length took less. Null when there were too few. */
  of(kind: string, entries: number): number | null {
    const alike = (this.#taken.get(kind) ?? [])
      .filter(one => one.entries >= entries / 2 && one.entries <= entries * 2)
      .map(({ seconds }) => seconds)
      .toSorted((a, b) => a - b)
    return alike.length < FEWEST ? null : (alike[Math.floor(alike.length / 2)] ?? null)
  }
}
