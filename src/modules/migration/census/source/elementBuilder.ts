import type { CensusReadProblem } from '../censusReadError.ts'
import type { CensusLimits } from '../limits.ts'
import type { CensusElement } from './censusElement.ts'

/** Where whole elements go. A header and each child arrive as trees; anything around them arrives alone. */
export interface ElementSink {
  readonly onHeader: (header: CensusElement) => void
  readonly onChild: (child: CensusElement) => void
  /** An element around the header and the children (Message, Children, or a stranger), without what it holds. */
  readonly onOther: (element: CensusElement) => void
  /** Must throw: reading cannot go on. */
  readonly refuse: (problem: CensusReadProblem, sentence: string) => never
}

const isSpace = /^\s*$/
const isPlumbing = /^(xmlns(:|$)|xml:|xsi:)/
const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Builds one child at a time from the events of an XML parser, so that memory holds one child and never the file.
 * Names are compared without prefix and without regard to case, since suppliers differ in both.
 */
export class ElementBuilder {
  readonly #sink: ElementSink
  readonly #limits: CensusLimits
  readonly #open: CensusElement[] = []
  /** How many open elements stand outside the tree being built; undefined while none is. */
  #treeFrom: number | undefined
  #elements = 0
  #attributes: string[] = []
  #attributeCount = 0
  #lastLine = 1

  constructor(sink: ElementSink, limits: CensusLimits) {
    this.#sink = sink
    this.#limits = limits
  }

  attribute(name: string, value: string, line: number): void {
    this.#lastLine = line
    this.#attributeCount += 1
    if (this.#attributeCount > this.#limits.attributes) {
      const sentence = `An element has more than ${this.#limits.attributes} attributes; a census element has none.`
      this.#sink.refuse('too-many-attributes', sentence)
    }
    if (!isPlumbing.test(name)) this.#attributes.push(`${localName(name)}="${value}"`)
  }

  openTag(qualifiedName: string, line: number): void {
    const name = ownCopy(localName(qualifiedName))
    this.#checkRoot(name)
    if (this.#open.length >= this.#limits.depth) {
      this.#sink.refuse('too-deep', `Elements nest more than ${this.#limits.depth} deep.`)
    }
    const element = { name, line, attributes: this.#attributes, children: [], text: '', textLine: line }
    this.#attributes = []
    this.#attributeCount = 0
    this.#place(element)
    this.#open.push(element)
    this.#lastLine = line
  }

  text(text: string, line: number): void {
    const element = this.#open.at(-1)
    if (element && !isSpace.test(text)) this.#addText(element, text)
    this.#lastLine = line
  }

  closeTag(line: number): void {
    const element = this.#open.pop()
    this.#lastLine = line
    if (!element) return
    if (this.#treeFrom === undefined) {
      this.#sink.onOther(element)
      return
    }
    if (this.#open.length > this.#treeFrom) return
    this.#treeFrom = undefined
    if (element.name.toLowerCase() === 'child') this.#sink.onChild(element)
    else this.#sink.onHeader(element)
  }

  #checkRoot(name: string): void {
    if (this.#open.length > 0 || name.toLowerCase() === 'message') return
    const sentence = `The outermost element is ${name.slice(0, 80)}, not Message: this is not a children in need census.`
    this.#sink.refuse('not-a-census', sentence)
  }

  #place(element: CensusElement): void {
    if (this.#treeFrom === undefined) {
      if (!startsTree(element)) return
      this.#treeFrom = this.#open.length
      this.#elements = 0
    } else {
      this.#open.at(-1)?.children.push(element)
    }
    this.#elements += 1
    if (this.#elements > this.#limits.elements) {
      const sentence = `A child or header holds more than ${this.#limits.elements} elements.`
      this.#sink.refuse('too-many-elements', sentence)
    }
  }

  #addText(element: CensusElement, text: string): void {
    if (element.text === '') {
      const before = text.slice(0, text.length - text.trimStart().length)
      element.textLine = this.#lastLine + before.split('\n').length - 1
    }
    element.text += ownCopy(text)
    if (element.text.length > this.#limits.textCharacters) {
      const sentence = `The text of ${element.name} is longer than ${this.#limits.textCharacters} characters.`
      this.#sink.refuse('too-long', sentence)
    }
  }
}

/** A copy that stands alone: a part of a string otherwise keeps the whole piece of the file alive that it was cut from. */
const ownCopy = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le')

const startsTree = (element: CensusElement) => ['header', 'child'].includes(element.name.toLowerCase())
