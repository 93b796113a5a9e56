/**
 * What became of the elements of one name. Every element of the file is counted once in `read`, and
 * `read = stored + refused + empty + unknown`. `doubted` are those of `stored` whose meaning was taken with a doubt.
 */
export interface ElementCount {
  readonly read: number
  readonly stored: number
  readonly doubted: number
  readonly refused: number
  /** Without a value: nothing to store and nothing wrong. */
  readonly empty: number
  /** Not in the census, or not in that place. */
  readonly unknown: number
}

/** What may become of one element. */
export type ElementFate = 'stored' | 'doubted' | 'refused' | 'empty' | 'unknown'

const mostNames = 1000
const nothing: ElementCount = { read: 0, stored: 0, doubted: 0, refused: 0, empty: 0, unknown: 0 }

/** Counts per element name; the caller extends it with counts of its own (duplicates, contradictions). */
export class CensusTally {
  readonly #byName = new Map<string, ElementCount>()
  readonly #noted = new Map<string, number>()

  /** Counts one element. Beyond 1,000 names the rest count together, so a hostile file cannot fill the memory. */
  count(name: string, fate: ElementFate): void {
    const key = this.#keyOf(name)
    const before = this.#byName.get(key) ?? nothing
    const after = { ...before, read: before.read + 1, [fate]: before[fate] + 1 }
    this.#byName.set(key, fate === 'doubted' ? { ...after, stored: before.stored + 1 } : after)
  }

  /** Adds the counts of a part of the file that was counted by itself. */
  addAll(part: CensusTally): void {
    for (const [name, counts] of part.elements()) {
      const key = this.#keyOf(name)
      this.#byName.set(key, add(this.#byName.get(key) ?? nothing, counts))
    }
  }

  #keyOf(name: string): string {
    return this.#byName.has(name) || this.#byName.size < mostNames ? name : '(other names)'
  }

  /** Adds to a count of the caller's own, such as `duplicate` or `contradiction`. */
  note(what: string, times = 1): void {
    this.#noted.set(what, (this.#noted.get(what) ?? 0) + times)
  }

  /** Counts by element name, in order of first appearance. */
  elements(): ReadonlyMap<string, ElementCount> {
    return this.#byName
  }

  /** The caller's own counts. */
  noted(): ReadonlyMap<string, number> {
    return this.#noted
  }

  /** All names together. */
  total(): ElementCount {
    return [...this.#byName.values()].reduce(add, nothing)
  }
}

function add(sum: ElementCount, one: ElementCount): ElementCount {
  return {
    read: sum.read + one.read,
    stored: sum.stored + one.stored,
    doubted: sum.doubted + one.doubted,
    refused: sum.refused + one.refused,
    empty: sum.empty + one.empty,
    unknown: sum.unknown + one.unknown,
  }
}
