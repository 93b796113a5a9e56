import type { Reading } from '../census/index.ts'
import { type ChildLedger, factValue } from './childLedger.ts'
import type { Fact, FactTable, FactValues } from './fact.ts'
import { isPracticeDay } from './practiceDates.ts'
import { readingsIn } from './readingsIn.ts'

/** Where a dated part of an episode belongs, and by what it is told from its like. */
export type Belonging = {
  readonly table: FactTable
  /** Columns of a new row. */
  readonly values: FactValues
  /** Whether a row that began on that day is this one. */
  readonly isSame: (values: FactValues) => boolean
}

/**
 * The row of a part that its start date names: the stored one, or a new one. Without a start nothing of the part can be
 * kept; the finding says so, and there is no row.
 */
export function datedFact(
  ledger: ChildLedger,
  belonging: Belonging,
  part: object,
  startedOn: Reading<Temporal.PlainDate>,
): Fact | undefined {
  const day = factValue(startedOn)
  const refusal = day === undefined ? 'It has no start date that can be read.' : isPracticeDay(day)
  if (day === undefined || refusal !== undefined) {
    for (const reading of readingsIn(part)) ledger.settle(reading, 'refused')
    const problem = `Nothing of this part was stored. ${refusal} Correct it in the system it comes from.`
    ledger.say(startedOn, 'refused', problem)
    return undefined
  }
  const found = ledger.find(
    belonging.table,
    values => values['started_on'] === day && belonging.isSame(values),
  )
  ledger.settle(startedOn, found === undefined ? 'stored' : 'held')
  return found ?? ledger.add(belonging.table, { ...belonging.values, started_on: day })
}
