import { z } from 'zod'

const text = z.string().max(20).optional().catch(undefined)

/** The day that a page is asked for, as readAsAt reads it: `?on=2026-07-01`, or the three fields of its form. */
export const dayQuery = { on: text, 'on-day': text, 'on-month': text, 'on-year': text }

/** The day as it stands in an address; left out for today, so that the address stays good tomorrow. */
export const onIfPast = (day: Temporal.PlainDate, today: Temporal.PlainDate): string | null =>
  Temporal.PlainDate.compare(day, today) === 0 ? null : day.toString()
