import { SaxesParser } from 'saxes'

/** An element, without its namespace's prefix. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Element[]
  readonly text: string
}

type Growing = {
  name: string
  attributes: Record<string, string>
  children: Growing[]
  text: string
}

const LONGEST = 20_000_000
const DEEPEST = 60
const MOST = 500_000

/** Reads XML into elements; null for what is not well formed, has a document type, or is too large or too deep to be such a message. */
export function xmlTree(bytes: Uint8Array): Element | null {
  if (bytes.length > LONGEST) return null
  try {
    return parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null // not UTF-8, not XML, or refused below
  }
}

function parse(text: string): Element | null {
  const parser = new SaxesParser({ xmlns: false })
  const open: Growing[] = []
  let root: Growing | null = null
  let count = 0
  const refuse = (why: string) => {
    throw new Error(why)
  }
  parser.on('error', error => refuse(error.message))
  parser.on('doctype', () => refuse('a document type')) // it could define entities
  parser.on('opentag', ({ name, attributes }) => {
    count += 1
    if (open.length >= DEEPEST || count > MOST) refuse('too deep or too much')
    const element = { name: localName(name), attributes: { ...attributes }, children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const write = (piece: string) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += piece
  }
  parser.on('text', write)
  parser.on('cdata', write)
  parser.write(text).close()
  return root
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Every element of this name at any depth, in document order. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap(child => [...(child.name === name ? [child] : []), ...all(child, name)])
}

/** The first one's attribute, or its text where it has no such attribute; null when there is neither. */
export function said(element: Element | undefined, attribute: string): string | null {
  const value = (element?.attributes[attribute] ?? element?.text ?? '').trim()
  return value === '' ? null : value
}
