import { makeUuid } from '#platform/ids'
import { type Reading, valueIn } from '../census/index.ts'
import type { ImportFinding } from './childFinding.ts'
import type { Fact, FactTable, FactValue, FactValues } from './fact.ts'

/** What became of an element that the reader could take. */
export type Fate = 'stored' | 'held' | 'contradicted' | 'refused'
type Readable = Reading<string | number | boolean | Temporal.PlainDate>
/** Why a value cannot be stored, as a sentence; undefined when it can. */
type Guard = (value: FactValue) => string | undefined
const anything: Guard = () => undefined

/**
 * The working copy of one child's record while a file is laid beside it: what is stored stays, what is missing is filled
 * in, what differs is said. Remembers the fate of every element it was shown.
 */
export class ChildLedger {
  readonly facts: Fact[] = []
  readonly fates = new Map<string, Fate>()
  readonly findings: ImportFinding[] = []

  constructor(stored: readonly Fact[] = []) {
    this.facts.push(...stored)
  }

  /** The rows of a table for which the test holds, stored ones first. */
  all(table: FactTable, test: (values: FactValues) => boolean = () => true): readonly Fact[] {
    return this.facts.filter(fact => fact.table === table && test(fact.values))
  }

  find(table: FactTable, test: (values: FactValues) => boolean): Fact | undefined {
    return this.all(table, test)[0]
  }

  add(table: FactTable, values: FactValues, id: string = makeUuid()): Fact {
    const fact = { table, id, isNew: true, values: { ...values }, filled: new Set<string>() }
    this.facts.push(fact)
    return fact
  }

  /** Sets a column that the file does not name by itself, where nothing is stored. */
  fill(fact: Fact, column: string, value: FactValue): void {
    fact.values[column] = value
    if (!fact.isNew) fact.filled.add(column)
  }

  /**
   * Lays one value of the file on a column.
   * @param guard asked first, so that what is impossible is never called a mere difference; its answer never changes
   * @param fits asked last, of what is stored beside it: what is filled in later must not change what was said before
   */
  put(fact: Fact, column: string, reading: Readable, guard: Guard = anything, fits: Guard = anything): void {
    const value = factValue(reading)
    if (value === undefined) return
    const present = fact.values[column] ?? null
    if (present === value) {
      this.settle(reading, 'held')
      return
    }
    const refusal = guard(value) ?? (present === null ? fits(value) : undefined)
    if (refusal !== undefined) {
      this.refuse(reading, refusal)
      return
    }
    if (present !== null) {
      this.contradict(reading, present)
      return
    }
    this.fill(fact, column, value)
    this.settle(reading, 'stored')
  }

  settle(reading: Readable, fate: Fate): void {
    if (valueIn(reading) !== undefined) this.fates.set(reading.element, fate)
  }

  /** The stored value stays; both are told. */
  contradict(reading: Readable, stored: FactValue): void {
    this.settle(reading, 'contradicted')
    const problem = `The record holds ${stored}, the file says ${String(valueIn(reading))}. The record was left as it is: correct it there if the file is right.`
    this.say(reading, 'contradicted', problem)
  }

  refuse(reading: Readable, problem: string): void {
    this.settle(reading, 'refused')
    this.say(reading, 'refused', problem)
  }

  say(
    at: Pick<Readable, 'element' | 'line' | 'raw'>,
    severity: ImportFinding['severity'],
    problem: string,
  ): void {
    const { element, line, raw } = at
    this.findings.push({ element, line, raw, kept: null, severity, rule: null, problem })
  }
}

/** A value as the record keeps it, dates as text. */
export function factValue(reading: Readable): FactValue | undefined {
  const value = valueIn(reading)
  return value instanceof Temporal.PlainDate ? value.toString() : value
}
