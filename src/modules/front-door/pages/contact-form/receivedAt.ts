import type { Fields } from '#modules/casework'
import type { Typed } from './personFields.ts'
import { typed } from './personFields.ts'

/**
 * When it reached the council. A call written down late still counts from the call (counting rule CR13); left empty, it is
 * now.
 */
export function parseReceivedAt(fields: Fields, sent: Typed, now: Temporal.Instant): Temporal.Instant | null {
  const on = fields.date('received', 'Date received')
  if (fields.issues.some(({ path }) => path[0] === 'received')) return null
  const time = typed(sent, 'received_time').trim()
  if (on === null && time === '') return now
  if (on === null) return fields.problem('received', 'Enter the date it was received')
  const plainTime = readTime(time)
  if (plainTime === null) return fields.problem('received_time', 'Enter a time, such as 14:30 or 2:30pm')
  const at = on.toZonedDateTime({ timeZone: 'Europe/London', plainTime }).toInstant()
  if (Temporal.Instant.compare(at, now) <= 0) return at
  return fields.problem('received', 'Date and time received must be in the past')
}

function readTime(text: string): Temporal.PlainTime | null {
  const [, hour, minute = '00', half] = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(text) ?? []
  if (hour === undefined) return null
  const late = half?.toLowerCase() === 'pm' && Number(hour) < 12 ? 12 : 0
  const early = half?.toLowerCase() === 'am' && Number(hour) === 12 ? 12 : 0
  try {
    return Temporal.PlainTime.from(
      { hour: Number(hour) + late - early, minute: Number(minute) },
      { overflow: 'reject' },
    )
  } catch {
    return null
  }
}
