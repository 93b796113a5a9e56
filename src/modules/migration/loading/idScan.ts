/** Longer text between the tags is no id of a child. */
const LONGEST = 100
const pattern = /<LAchildID>\s*([^<]*?)\s*<\/LAchildID>/giu

/**
 * Finds the ids that stand more than once in a file, from its bytes as they pass. It does not understand the file: an id
 * written in some uncommon way is passed over, which only means that its children are not put together.
 */
export class IdScan {
  /** Ids that stand more than once, and how often. */
  readonly times = new Map<string, number>()
  readonly #seen = new Set<string>()
  #rest = ''

  take(piece: Uint8Array): void {
    const text = this.#rest + Buffer.from(piece).toString('latin1')
    let done = 0
    for (const match of text.matchAll(pattern)) {
      done = match.index + match[0].length
      const id = match[1] ?? ''
      if (id !== '' && id.length <= LONGEST) this.#note(id)
    }
    this.#rest = text.slice(Math.max(done, text.length - 2 * LONGEST))
  }

  #note(found: string): void {
    const id = Buffer.from(found.toUpperCase()).toString() // a copy, or the whole piece would stay in memory
    const times = this.times.get(id)
    if (times !== undefined) this.times.set(id, times + 1)
    else if (this.#seen.has(id)) this.times.set(id, 2)
    else this.#seen.add(id)
  }
}
