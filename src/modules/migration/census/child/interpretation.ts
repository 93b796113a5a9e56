import type { Finding, FindingSeverity } from '../finding.ts'
import type { Parsed, Reading } from '../reading/reading.ts'
import type { CensusElement } from '../source/censusElement.ts'
import { rawElement } from '../source/censusElement.ts'
import type { CensusTally, ElementFate } from '../tally.ts'

/** Something that stood in the file and was not understood, kept as it stood. */
export interface Leftover {
  readonly element: string
  readonly line: number
  readonly raw: string
}

interface Remark extends Leftover {
  readonly problem: string
  readonly severity: FindingSeverity
  readonly rule?: string
}

/**
 * What is gathered while one child, or the header, is understood: findings, leftovers and counts. Every element must be
 * counted exactly once.
 */
export class Interpretation {
  readonly #remarks: Remark[] = []
  readonly #leftovers: Leftover[] = []
  readonly #tally: CensusTally

  constructor(tally: CensusTally) {
    this.#tally = tally
  }

  count(name: string, fate: ElementFate): void {
    this.#tally.count(name, fate)
  }

  remark(remark: Remark): void {
    this.#remarks.push(remark)
  }

  keep(leftover: Leftover): void {
    this.#leftovers.push(leftover)
  }

  /** Keeps an element that is not understood, with all that it holds, and says why. */
  leave(element: CensusElement, path: string, problem: string): void {
    const leftover = { element: path, line: element.line, raw: rawElement(element) }
    this.keep(leftover)
    this.remark({ ...leftover, problem, severity: 'information' })
    this.countUnknown(element)
  }

  countUnknown(element: CensusElement): void {
    this.count(element.name, 'unknown')
    for (const child of element.children) this.countUnknown(child)
  }

  /** Turns what a parser said into a reading, counted and remarked upon. */
  settle<T>(parsed: Parsed<T>, at: Leftover, name: string): Reading<T> {
    const rule = parsed.rule === undefined ? {} : { rule: parsed.rule }
    if ('refusal' in parsed) {
      this.count(name, 'refused')
      this.remark({ ...at, problem: parsed.refusal, severity: 'refused', ...rule })
      return { ...at, status: 'refused', problem: parsed.refusal }
    }
    if (parsed.doubt === undefined) {
      this.count(name, 'stored')
      return { ...at, status: 'stored', value: parsed.value }
    }
    this.count(name, 'doubted')
    this.remark({ ...at, problem: parsed.doubt, severity: 'doubted', ...rule })
    return { ...at, status: 'doubted', value: parsed.value, problem: parsed.doubt }
  }

  /** The findings, each under the child's id, which is only known once the child is read. */
  findings(childId: string | undefined): readonly Finding[] {
    return this.#remarks.map(remark => ({ childId, ...remark }))
  }

  leftovers(): readonly Leftover[] {
    return this.#leftovers
  }
}
