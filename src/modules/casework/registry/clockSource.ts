import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import type { ClockId, ClockSettings } from '#reference'

/** A clock as the facts say it is: what record.clock must hold. */
export type DerivedClock = {
  readonly personId: Uuid
  readonly definitionId: ClockId
  /** Of the definition, live at the trigger (CR15). */
  readonly definitionVersion: number
  /** Table and row of the fact that started it. */
  readonly triggerKind: string
  readonly triggerId: Uuid
  /** Of a recurring clock: 0, 1, 2 ... */
  readonly sequence: number
  readonly triggerOn: Temporal.PlainDate
  readonly triggerAt: Temporal.Instant | null
  readonly dueOn: Temporal.PlainDate
  readonly dueAt: Temporal.Instant
  readonly limitValue: number
  readonly limitUnit: string
  readonly satisfiedOn: Temporal.PlainDate | null
  readonly satisfiedId: Uuid | null
  readonly outcome: 'open' | 'on_time' | 'late' | 'not_required' | 'superseded'
  readonly outcomeReason: string | null
}

/** A practice module's clocks: reads its facts about these people and derives every clock they run. */
export type ClockSource = {
  readonly name: string
  derive(work: Work, personIds: readonly Uuid[], settings: ClockSettings): Promise<readonly DerivedClock[]>
}
