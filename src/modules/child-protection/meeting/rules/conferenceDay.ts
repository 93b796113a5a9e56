import type { MeetingKind } from './meeting.ts'

/** The first conference of a census (N00110) is never on a Saturday or Sunday. */
export const isOnWeekend = (kind: MeetingKind, at: Temporal.Instant): boolean =>
  (kind === 'initial' || kind === 'pre_birth') && at.toZonedDateTimeISO('Europe/London').dayOfWeek > 5
