import { formatDate } from './formatDate.ts'

/** The time zone that England's law and clocks go by. */
const zone = 'Europe/London'

/** Writes the time of day in GOV.UK style: "9am", "2:30pm", "midday", "midnight". */
export function formatTime(instant: Temporal.Instant): string {
  const { hour, minute } = instant.toZonedDateTimeISO(zone)
  if (minute === 0 && hour === 0) return 'midnight'
  if (minute === 0 && hour === 12) return 'midday'
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`
}

/** Writes an instant as it was in England: "1 April 2026 at 2:30pm". */
export function formatDateTime(instant: Temporal.Instant): string {
  return `${formatDate(instant.toZonedDateTimeISO(zone).toPlainDate())} at ${formatTime(instant)}`
}
