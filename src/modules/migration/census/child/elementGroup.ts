import type { Parse, Reading } from '../reading/reading.ts'
import { type CensusElement, rawElement } from '../source/censusElement.ts'
import { isCensusName } from './censusNames.ts'
import type { Interpretation } from './interpretation.ts'

/**
 * The elements inside one group, taken by name in any order. What nobody has taken when the group is closed is
 * reported and kept. Several elements may make up one group when a supplier repeats what should stand once.
 */
export class ElementGroup {
  readonly line: number
  readonly path: string
  readonly #sources: readonly CensusElement[]
  readonly #left: Set<CensusElement>
  readonly #interpretation: Interpretation

  constructor(sources: readonly CensusElement[], path: string, line: number, interpretation: Interpretation) {
    this.#sources = sources
    this.#left = new Set(sources.flatMap(source => source.children))
    this.path = path
    this.line = line
    this.#interpretation = interpretation
  }

  /** A value that stands at most once. Of several, the first is taken, with a doubt when they disagree. */
  one<T>(name: string, parse: Parse<T>): Reading<T> {
    const [first, ...others] = this.#take(name)
    if (!first) return { status: 'absent', element: this.#pathOf(name), line: this.line, raw: '' }
    const different = others.filter(other => other.text.trim() !== first.text.trim())
    for (const other of others) this.#refuseRepeat(other, name, different.includes(other))
    const reading = this.#read(first, name, this.#pathOf(name), parse, different.length > 0)
    return reading
  }

  /** Values of an element that may repeat, in the order of the file; blank ones are left out. */
  many<T>(name: string, parse: Parse<T>): readonly Reading<T>[] {
    return this.#take(name)
      .map((element, index) => this.#read(element, name, `${this.#pathOf(name)}[${index + 1}]`, parse, false))
      .filter(reading => reading.status !== 'absent')
  }

  /** A group that stands at most once; several are read as one. Undefined when there is none. */
  group(name: string): ElementGroup | undefined {
    const elements = this.#take(name)
    const [first, second] = elements
    if (!first) return undefined
    for (const _ of elements) this.#interpretation.count(name, 'stored')
    if (second) {
      const problem = `There are ${elements.length} ${name} groups; they were read as one.`
      const at = { element: this.#pathOf(name), line: second.line, raw: '' }
      this.#interpretation.remark({ ...at, problem, severity: 'information' })
    }
    return new ElementGroup(elements, this.#pathOf(name), first.line, this.#interpretation)
  }

  /** Groups that may repeat, in the order of the file. */
  groups(name: string): readonly ElementGroup[] {
    return this.#take(name).map((element, index) => {
      this.#interpretation.count(name, 'stored')
      const path = `${this.#pathOf(name)}[${index + 1}]`
      return new ElementGroup([element], path, element.line, this.#interpretation)
    })
  }

  /** Reports and keeps whatever has not been taken: other elements, stray text, attributes. */
  close(): void {
    for (const element of this.#left) {
      const problem = isCensusName(element.name)
        ? `${element.name} does not belong in ${this.#name()}; it was kept as it stands and not understood.`
        : `${element.name} is not an element of the census; it was kept as it stands.`
      this.#interpretation.leave(element, this.#pathOf(element.name), problem)
    }
    for (const source of this.#sources) this.#reportStray(source)
  }

  #take(name: string): readonly CensusElement[] {
    const wanted = name.toLowerCase()
    const taken = [...this.#left].filter(element => element.name.toLowerCase() === wanted)
    for (const element of taken) this.#left.delete(element)
    return taken
  }

  #read<T>(
    element: CensusElement,
    name: string,
    path: string,
    parse: Parse<T>,
    isDisputed: boolean,
  ): Reading<T> {
    const at = { element: path, line: element.line, raw: element.text }
    if (element.children.length > 0) return this.#refuseMixed(element, name, path)
    this.#reportAttributes(element, path)
    if (element.text.trim() === '') {
      this.#interpretation.count(name, 'empty')
      return { ...at, status: 'absent' }
    }
    const parsed = parse(element.text)
    const doubt = `${name} stands more than once with different values; the first was taken.`
    const isTaken = 'value' in parsed
    return this.#interpretation.settle(isTaken && isDisputed ? { ...parsed, doubt } : parsed, at, name)
  }

  #refuseMixed<T>(element: CensusElement, name: string, path: string): Reading<T> {
    for (const child of element.children) this.#interpretation.countUnknown(child)
    const at = { element: path, line: element.line, raw: rawElement(element) }
    return this.#interpretation.settle<T>(
      { refusal: `${name} holds other elements instead of a value.` },
      at,
      name,
    )
  }

  #refuseRepeat(element: CensusElement, name: string, isDifferent: boolean): void {
    this.#interpretation.count(name, 'refused')
    for (const child of element.children) this.#interpretation.countUnknown(child)
    const problem = isDifferent
      ? `${name} stands more than once with different values; this one was not taken.`
      : `${name} stands more than once with the same value.`
    const at = { element: this.#pathOf(name), line: element.line, raw: rawElement(element) }
    this.#interpretation.remark({ ...at, problem, severity: isDifferent ? 'refused' : 'information' })
  }

  #reportStray(source: CensusElement): void {
    this.#reportAttributes(source, this.path)
    if (source.text === '') return
    const raw = source.text.trim()
    const at = { element: this.path, line: source.textLine, raw }
    this.#interpretation.keep(at)
    const problem = `Text stands in ${this.#name()} outside any element; it was kept and not understood.`
    this.#interpretation.remark({ ...at, problem, severity: 'information' })
  }

  #reportAttributes(element: CensusElement, path: string): void {
    if (element.attributes.length === 0) return
    const at = { element: path, line: element.line, raw: element.attributes.join(' ') }
    this.#interpretation.keep(at)
    const problem = `${element.name} has attributes, which the census does not; they were kept and not understood.`
    this.#interpretation.remark({ ...at, problem, severity: 'information' })
  }

  #pathOf(name: string): string {
    return this.path === '' ? name : `${this.path}/${name}`
  }

  #name(): string {
    return this.#sources[0]?.name ?? 'the child'
  }
}
