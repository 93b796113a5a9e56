/** A piece of a text, with the blanks after it. */
export type Piece = { readonly text: string; readonly differs: boolean }

/** Longest pair of texts, in words times words, that is compared word by word. */
const LARGEST = 4_000_000

/**
 * Two texts in pieces, with the words that one has and the other has not marked. The same words in the same order are the same;
 * what is too long to compare is marked from the first word that differs to the last.
 */
export function wordDifference(
  before: string,
  after: string,
): { readonly before: readonly Piece[]; readonly after: readonly Piece[] } {
  const [was, is] = [wordsOf(before), wordsOf(after)]
  const shorter = Math.min(was.length, is.length)
  let head = 0
  while (head < shorter && same(was[head], is[head])) head += 1
  let tail = 0
  while (tail < shorter - head && same(was.at(-1 - tail), is.at(-1 - tail))) tail += 1
  const middle = (words: readonly string[]) => words.slice(head, words.length - tail)
  const kept = keptWords(middle(was), middle(is))
  const marks = (words: readonly string[], inside: ReadonlySet<number>) =>
    pieces(words, index => index < head || index >= words.length - tail || inside.has(index - head))
  return { before: marks(was, kept.before), after: marks(is, kept.after) }
}

const wordsOf = (text: string): readonly string[] => text.match(/\s*\S+\s*?(?=\S|$)|\s+$/g) ?? []
const same = (one: string | undefined, other: string | undefined): boolean => one?.trim() === other?.trim()

/** Places of the words that both texts keep: a longest common subsequence. */
function keptWords(was: readonly string[], is: readonly string[]) {
  const before = new Set<number>()
  const after = new Set<number>()
  if (was.length * is.length > LARGEST) return { before, after }
  const width = is.length + 1
  const longest = new Uint32Array((was.length + 1) * width)
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0
  for (let row = was.length - 1; row >= 0; row -= 1)
    for (let column = is.length - 1; column >= 0; column -= 1)
      longest[row * width + column] = same(was[row], is[column])
        ? at(row + 1, column + 1) + 1
        : Math.max(at(row + 1, column), at(row, column + 1))
  let [row, column] = [0, 0]
  while (row < was.length && column < is.length) {
    if (same(was[row], is[column])) {
      before.add(row)
      after.add(column)
      row += 1
      column += 1
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1
    else column += 1
  }
  return { before, after }
}

function pieces(words: readonly string[], isKept: (index: number) => boolean): readonly Piece[] {
  const made: { text: string; differs: boolean }[] = []
  words.forEach((text, index) => {
    const differs = text.trim() !== '' && !isKept(index)
    const last = made.at(-1)
    if (last?.differs === differs) last.text += text
    else made.push({ text, differs })
  })
  return made
}
