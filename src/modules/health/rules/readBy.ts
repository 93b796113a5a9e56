import { addWorkingDays, type Calendars, endOfLondonDay, londonDate } from '#reference'

/**
 * Until when a notice of a visit is to be read, before it climbs to the team's lead: the end of the next working day
 * after the day it came. The day itself is not counted, so that who is told on a Friday evening has the Monday.
 * Source: clock AE_NOTIFY (one working day, a local norm that an authority may set).
 */
export function readBy(toldAt: Temporal.Instant, calendars?: Calendars, workingDays = 1): Temporal.Instant {
  return endOfLondonDay(addWorkingDays(londonDate(toldAt), workingDays, calendars))
}
