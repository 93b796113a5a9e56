/** One element of the file as it stood, before anything is understood. `line` counts from 1. */
export interface CensusElement {
  /** The name without its namespace prefix. */
  readonly name: string
  readonly line: number
  /** Attributes other than namespaces and schema hints, as `name="value"`. */
  readonly attributes: readonly string[]
  readonly children: CensusElement[]
  text: string
  /** The line on which text other than white space begins; the element's own line when there is none. */
  textLine: number
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const longest = 2000

function write(element: CensusElement): string {
  const text = element.text.trim().replace(/[&<>]/g, character => escapes[character] ?? character)
  const opening = [element.name, ...element.attributes].join(' ')
  return `<${opening}>${text}${element.children.map(write).join('')}</${element.name}>`
}

/** The element as text, for keeping what is not understood; at most 2,000 characters. */
export function rawElement(element: CensusElement): string {
  if (element.children.length === 0 && element.attributes.length === 0) return element.text.slice(0, longest)
  return write(element).slice(0, longest)
}
