import { SaxesParser } from 'saxes'
import type { Wanted } from './wanted.ts'

/** An element that was wanted, with those within. */
export type Found = { readonly name: string; text: string; readonly within: Found[] }

const DEEPEST = 40
const MOST_ELEMENTS = 3_000_000
const LONGEST_TEXT = 20_000

/** Why a file is no XML that is read; its message is for whoever sent it. */
export class UnreadableXml extends Error {}

/**
 * Walks XML and holds only what is wanted. Each element of the name `each` is handed on when it ends, and let go.
 * @throws UnreadableXml for what is not well formed, has a document type, or is deeper, longer or more than any such file
 */
export function readElements(
  xml: string,
  root: string,
  { wanted, each, take }: { wanted: Wanted; each: string; take: (found: Found) => void },
): Found {
  const parser = new SaxesParser({ xmlns: false, position: true })
  const top: Found = { name: root, text: '', within: [] }
  const open: { readonly found: Found | null; readonly wanted: Wanted | null }[] = []
  let count = 0
  const refuse = (why: string): never => {
    throw new UnreadableXml(why)
  }
  parser.on('error', () => refuse(`The file is not well-formed XML at line ${parser.line}, or was cut short`))
  parser.on('doctype', () => refuse('The file has a DOCTYPE, which no Common Transfer File has'))
  parser.on('opentag', ({ name }) => {
    count += 1
    if (open.length >= DEEPEST || count > MOST_ELEMENTS)
      refuse('The file has more in it than any Common Transfer File')
    const local = name.slice(name.indexOf(':') + 1)
    if (open.length === 0) {
      if (local !== root) refuse(`The file begins with another element than ${root}`)
      open.push({ found: top, wanted })
      return
    }
    const around = open.at(-1)
    const inner = around?.wanted?.[local]
    const found: Found | null = inner === undefined ? null : { name: local, text: '', within: [] }
    if (found !== null) around?.found?.within.push(found)
    open.push({ found, wanted: inner ?? null })
  })
  parser.on('closetag', () => {
    const found = open.pop()?.found
    if (found?.name !== each) return
    take(found)
    open.at(-1)?.found?.within.pop()
  })
  const write = (piece: string) => {
    const found = open.at(-1)?.found
    if (!found) return
    found.text += piece
    if (found.text.length > LONGEST_TEXT) refuse('The file has longer text than any Common Transfer File')
  }
  parser.on('text', write)
  parser.on('cdata', write)
  parser.write(xml).close()
  return top
}

/** The elements of this name right within. */
export const every = (found: Found | undefined, name: string): readonly Found[] =>
  found?.within.filter(one => one.name === name) ?? []

/** The text at a path of names, trimmed; empty when there is none. */
export function textAt(found: Found | undefined, ...path: readonly string[]): string {
  let at = found
  for (const name of path) at = every(at, name)[0]
  return at?.text.trim() ?? ''
}
