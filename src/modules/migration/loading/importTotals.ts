import type { CensusTally } from '../census/index.ts'
import type { ImportFinding, Severity } from './childFinding.ts'
import { addStandings, type ClockStanding } from './clockStanding.ts'
import { addFates, addsUp, type ChildStatus, type ElementFates, noElements } from './elementFates.ts'

/** One finding as the report shows it. */
export type ShownFinding = Pick<
  ImportFinding,
  'element' | 'line' | 'raw' | 'severity' | 'rule' | 'problem'
> & {
  readonly childId: string | null
}

type Part = {
  readonly childId: string | null
  readonly findings: readonly ImportFinding[]
  readonly newFindings: number
}

const mostNames = 1000
const mostShown = 50

/** Everything a run counts, child by child. Its size does not grow with the file. */
export class ImportTotals {
  readonly children = { read: 0, new: 0, changed: 0, unchanged: 0, refused: 0 }
  readonly findings: Record<Severity, number> & { new: number } = {
    refused: 0,
    doubted: 0,
    contradicted: 0,
    information: 0,
    new: 0,
  }
  readonly clocks = new Map<string, ClockStanding>()
  /** Children put into the duty team's queue. */
  queued = 0
  readonly #elements = new Map<string, ElementFates>()
  #shown: ShownFinding[] = []

  addChild(
    outcome: Part & {
      readonly status: ChildStatus
      readonly elements: ReadonlyMap<string, ElementFates>
      readonly isQueued: boolean
    },
  ): void {
    this.children.read += 1
    this.children[outcome.status] += 1
    if (outcome.isQueued) this.queued += 1
    for (const [name, fates] of outcome.elements) this.#addElements(name, fates)
    this.addFindings(outcome)
  }

  addClocks(clocks: readonly ClockStanding[]): void {
    addStandings(this.clocks, clocks)
  }

  addFindings({ childId, findings, newFindings }: Part): void {
    this.findings.new += newFindings
    for (const finding of findings) {
      this.findings[finding.severity] += 1
      if (finding.severity === 'information' || finding.severity === 'contradicted') continue
      const { element, line, raw, severity, rule, problem } = finding
      this.#shown.push({ childId, element, line, raw, severity, rule, problem })
    }
    if (this.#shown.length > 20 * mostShown) this.#shown = [...this.#firstShown()]
  }

  /** Children end in any order, so later ones may push out earlier ones. */
  #firstShown(): readonly ShownFinding[] {
    const idOf = ({ childId }: ShownFinding) => childId ?? ''
    return this.#shown
      .toSorted((one, other) => one.line - other.line || idOf(one).localeCompare(idOf(other)))
      .slice(0, mostShown)
  }

  /** Counts what stands outside the children: the header and the frame of the file. */
  addOutside(tally: CensusTally, wasReadBefore: boolean): void {
    for (const [name, { read, stored, refused, empty, unknown, doubted }] of tally.elements()) {
      const kept = wasReadBefore ? { stored: 0, alreadyHeld: stored } : { stored, alreadyHeld: 0 }
      this.#addElements(name, { ...noElements, read, ...kept, refused, empty, unknown, doubted })
    }
  }

  /** Counts by element. @throws when they do not add up: a fault of this program */
  elements(): ReadonlyMap<string, ElementFates> {
    for (const [name, fates] of this.#elements)
      if (!addsUp(fates)) throw new Error(`The counts of ${name} do not add up: ${JSON.stringify(fates)}`)
    return this.#elements
  }

  total(): ElementFates {
    return [...this.#elements.values()].reduce(addFates, noElements)
  }

  /** The first refusals and doubts, in the order of the file. */
  shown(): readonly ShownFinding[] {
    return this.#firstShown()
  }

  /** Beyond a thousand names the rest count together, so that no file can fill the memory. */
  #addElements(name: string, fates: ElementFates): void {
    const key = this.#elements.has(name) || this.#elements.size < mostNames ? name : '(other names)'
    this.#elements.set(key, addFates(this.#elements.get(key) ?? noElements, fates))
  }
}
