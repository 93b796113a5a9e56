import type { Chronicle } from './chronicle/chronicle.ts'
import type { Numbers } from './families/numbers.ts'
import type { Dice } from './random/dice.ts'

/** What everyone who tells a part of the county needs. */
export type Teller = {
  readonly chronicle: Chronicle
  readonly dice: Dice
  readonly numbers: Numbers
  readonly today: Temporal.PlainDate
  readonly authority: { readonly code: string; readonly name: string }
}
