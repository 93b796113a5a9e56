import type { ClockSettings } from '#reference'
import { decisionDue } from './decisionDue.ts'

/** How far an answer to a referrer is: by when it is to come, and whether it is or was late. */
export type AnswerStanding = {
  /** Null only where an authority has no such limit in force. */
  readonly dueOn: Temporal.PlainDate | null
  readonly state: 'waits' | 'late' | 'answered' | 'answered_late'
}

/** One working day from the day it was received (Working Together 2023, chapter 3), and it was answered that day or the one after. */
export function answerStanding(
  receivedAt: Temporal.Instant,
  answeredOn: Temporal.PlainDate | null,
  settings: ClockSettings,
  today: Temporal.PlainDate,
): AnswerStanding {
  const dueOn = decisionDue(receivedAt, settings)?.dueOn ?? null
  const isPast = dueOn !== null && Temporal.PlainDate.compare(answeredOn ?? today, dueOn) > 0
  if (answeredOn === null) return { dueOn, state: isPast ? 'late' : 'waits' }
  return { dueOn, state: isPast ? 'answered_late' : 'answered' }
}
