import type { FileWords } from '#platform/files'

/** What a file holds, as a paper takes it in: what its pages show, and apart from it the text that they do not. */
export type ReadFile = {
  readonly seen: string
  /** Null where its pages show all that it holds. */
  readonly hidden: string | null
  /** Why not all of it could be read by machine. */
  readonly unread: FileWords['unread']
}

const LONGEST = 100_000

/** Parts what the pages of a file show from the text that they only hold. */
export function wordsOfFile({ words, unread, pages }: FileWords): ReadFile {
  const hidden = pages?.hidden ?? ''
  const seen = pages === undefined ? words : withoutHidden(pages.seen, hidden)
  return {
    seen: seen.trim().slice(0, LONGEST),
    hidden: hidden === '' ? null : hidden.slice(0, LONGEST),
    unread,
  }
}

/** What the pages show, without the text that they only hold. */
function withoutHidden(seen: string, hidden: string): string {
  return hidden
    .split(/\s{2,}|\n/)
    .map(one => one.trim())
    .filter(one => one.length > 0)
    .reduce((text, one) => text.replaceAll(one, ''), seen)
}
