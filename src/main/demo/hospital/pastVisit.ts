import type { County } from '../county/county.ts'
import type { Dice } from '../random/dice.ts'
import type { HospitalVisit, Patient, VisitEvent } from './hl7Text.ts'
import type { DemoChild } from './readChildren.ts'

/** One visit of the past: what was told of it and whether anybody has read that. */
export type PastVisit = HospitalVisit & {
  /** Events after the registration, and how many minutes after it. */
  readonly after: readonly (readonly [event: VisitEvent, minutes: number])[]
  readonly outcome: string
  readonly isRead: boolean
  /** Somebody at the desk took another child's number: whose it is, and minutes until the hospital said so. */
  readonly mergedInto?: readonly [patient: Patient, minutes: number] | undefined
}

/** One visit in short. */
export type Told = {
  readonly ago: number
  readonly time: string
  readonly patient: Patient | undefined
  readonly complaint: string
  readonly companion?: HospitalVisit['companion']
  readonly concern?: HospitalVisit['concern']
  readonly after?: PastVisit['after']
  readonly outcome?: string
  readonly isRead?: boolean
  readonly mergedInto?: PastVisit['mergedInto']
}

/** What visits are told from. */
export type Past = {
  readonly dice: Dice
  readonly today: Temporal.PlainDate
  readonly county: County
  readonly children: readonly DemoChild[]
  /** Visits beside those that are told by hand. */
  readonly others: number
}
