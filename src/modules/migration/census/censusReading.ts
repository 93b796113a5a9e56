import { type CensusHeader, interpretHeader } from './censusHeader.ts'
import type { CensusChild } from './child/censusChild.ts'
import { isCensusName } from './child/censusNames.ts'
import { interpretChild } from './child/interpretChild.ts'
import type { Finding } from './finding.ts'
import { type CensusLimits, defaultLimits } from './limits.ts'
import { type CensusElement, rawElement } from './source/censusElement.ts'
import type { DecodeOptions } from './source/decodeBytes.ts'
import { type ElementStream, openElementStream } from './source/elementStream.ts'
import { CensusTally } from './tally.ts'

/** How a census is read, and who hears of what is not in a child. */
export interface CensusReadOptions extends Partial<CensusLimits> {
  /** Called with the header; never when the file has none. A header after the children comes too late for them. */
  readonly onHeader?: (header: CensusHeader) => void
  /** Called with each finding outside the children; the header's own findings stand in the header. */
  readonly onFinding?: (finding: Finding) => void
  /** Counts what became of every element; complete when the generator has ended. */
  readonly tally?: CensusTally
  /** Counts only what stands outside the children; each child has its own counts. */
  readonly outside?: CensusTally
  /** The year the census ends, to judge codes by when the file does not say. */
  readonly censusYear?: number
}

/** One reading of one file, from text to children. Holds the children that are finished but not yet handed out. */
export class CensusReading {
  readonly #options: CensusReadOptions
  readonly #limits: CensusLimits
  readonly #tally: CensusTally
  readonly #stream: ElementStream
  #censusYear: number | undefined
  #finished: CensusChild[] = []
  #childrenRead = 0

  constructor(options: CensusReadOptions) {
    this.#options = options
    this.#limits = { ...defaultLimits, ...options }
    this.#tally = options.tally ?? new CensusTally()
    this.#censusYear = options.censusYear
    const sink = {
      onHeader: (element: CensusElement) => this.#takeHeader(element),
      onChild: (element: CensusElement) => this.#takeChild(element),
      onOther: (element: CensusElement) => this.#takeOther(element),
    }
    this.#stream = openElementStream(this.#limits, sink, () => this.#childrenRead)
  }

  /** What the decoder of this file's bytes is to do. */
  decodeOptions(): DecodeOptions {
    return {
      limitBytes: this.#limits.limitBytes,
      onNotice: problem => this.#report({ element: '', line: 1, raw: '' }, problem),
      refuse: ({ problem, sentence, cause }) => this.#stream.errorHere(problem, sentence, cause),
    }
  }

  /** Reads on; yields the children finished after each piece. */
  *take(text: string): Generator<readonly CensusChild[], void, undefined> {
    for (const _ of this.#stream.write(text)) yield this.finishedChildren()
  }

  /** Ends the file. Throws a CensusReadError when it ends too soon. */
  close(): void {
    this.#stream.close()
  }

  /** Hands out the children finished since the last time. */
  finishedChildren(): readonly CensusChild[] {
    const finished = this.#finished
    this.#finished = []
    return finished
  }

  #takeHeader(element: CensusElement): void {
    const part = new CensusTally()
    const header = interpretHeader(element, part)
    this.#countOutside(part)
    this.#censusYear = header.censusYear ?? this.#options.censusYear
    this.#options.onHeader?.(header)
  }

  #takeChild(element: CensusElement): void {
    this.#childrenRead += 1
    this.#finished.push(interpretChild(element, this.#childrenRead, this.#censusYear, this.#tally))
  }

  #takeOther(element: CensusElement): void {
    const isFrame = ['message', 'children'].includes(element.name.toLowerCase())
    const part = new CensusTally()
    part.count(element.name, isFrame ? 'stored' : 'unknown')
    this.#countOutside(part)
    const at = { element: element.name, line: element.textLine, raw: rawElement(element) }
    if (!isFrame) this.#report(at, strangeElement(element.name))
    else if (element.text !== '') this.#report(at, `Text stands in ${element.name} outside any element.`)
  }

  #countOutside(part: CensusTally): void {
    this.#tally.addAll(part)
    this.#options.outside?.addAll(part)
  }

  #report(at: Pick<Finding, 'element' | 'line' | 'raw'>, problem: string): void {
    this.#options.onFinding?.({ childId: undefined, ...at, problem, severity: 'information' })
  }
}

const strangeElement = (name: string) =>
  isCensusName(name)
    ? `${name} stands outside any child and was not understood.`
    : `${name} is not an element of the census; it was passed over.`
