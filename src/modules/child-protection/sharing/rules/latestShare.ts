import { type ClockSettings, clockVersionOn, londonDate, nextDue } from '#reference'
import type { Meeting } from '../../meeting/index.ts'

/** The last day on which a paper may go to the family, so that they have the authority's clear working days before the meeting. */
export type LatestShare = {
  readonly clock: 'ICPC_REPORT_FAMILY' | 'RCPC_REPORT_FAMILY'
  readonly dueOn: Temporal.PlainDate
  /** Working days left clear between. */
  readonly days: number
}

/** Which clock a meeting sets for sharing its report; null for one without: a strategy discussion, a core group. */
export function sharingClock(kind: Meeting['kind']): LatestShare['clock'] | null {
  if (kind === 'review') return 'RCPC_REPORT_FAMILY'
  return kind === 'initial' || kind === 'transfer_in' || kind === 'pre_birth' ? 'ICPC_REPORT_FAMILY' : null
}

/** Counts back from the day of the meeting (counting rule CR9); moved with it. */
export function latestShare(
  { kind, plannedAt }: Pick<Meeting, 'kind' | 'plannedAt'>,
  settings: ClockSettings,
): LatestShare | null {
  const clock = sharingClock(kind)
  if (clock === null) return null
  const on = londonDate(plannedAt)
  const found = clockVersionOn(clock, on, settings)
  if (!found.ok) return null
  const next = nextDue(found.version, { trigger: on, completed: [] })
  return next.ok ? { clock, dueOn: next.due.dueOn, days: next.due.rule.value } : null
}

/** Whether something given at a moment leaves the family less than their time. */
export const isLate = (latest: LatestShare | null, given: Temporal.Instant): boolean =>
  latest !== null && Temporal.PlainDate.compare(londonDate(given), latest.dueOn) > 0
