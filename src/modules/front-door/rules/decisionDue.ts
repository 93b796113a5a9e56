import { type ClockSettings, type CountedDue, clockVersionOn, countLimit, londonDate } from '#reference'

/**
 * By when somebody must decide about a contact: the clock that its referral will run, counted from the day it was received
 * (Working Together 2023, chapter 3: one working day).
 * @returns null only where an authority has no such limit in force
 */
export function decisionDue(receivedAt: Temporal.Instant, settings: ClockSettings): CountedDue | null {
  const receivedOn = londonDate(receivedAt)
  const found = clockVersionOn('REF_DECISION', receivedOn, settings)
  if (!found.ok || found.version.limit === null) return null
  return countLimit(found.version, found.version.limit.unit === 'hours' ? receivedAt : receivedOn)
}
