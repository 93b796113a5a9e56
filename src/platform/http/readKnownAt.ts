import { ENGLAND } from '../time/index.ts'

/** The instant asked for, or the sentence that says what to write instead. */
export type KnownAtRequest =
  | { readonly ok: true; readonly instant: Temporal.Instant }
  | { readonly ok: false; readonly problem: string }

const DATE = /^\d{4}-\d{2}-\d{2}$/
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?$/
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/**
 * Reads `?known-at=`: an instant with its offset, a time by the clock of England, or a date, which means the end of it.
 * @param given the parameter as it came; more than one is refused
 * @param now the present, after which nothing can be known
 */
export function readKnownAt(given: unknown, now: Temporal.Instant): KnownAtRequest {
  const instant = typeof given === 'string' ? parse(given.replace(' ', '+')) : null // a plus sign in a query is a space
  if (instant === null)
    return {
      ok: false,
      problem: 'Write the moment as a date, such as 2026-03-31, or with a time, such as 2026-03-31T17:00.',
    }
  if (Temporal.Instant.compare(instant, now) > 0)
    return { ok: false, problem: 'That moment has not come yet. Choose one in the past.' }
  return { ok: true, instant }
}

function parse(text: string): Temporal.Instant | null {
  try {
    if (DATE.test(text)) return endOf(Temporal.PlainDate.from(text))
    if (LOCAL.test(text)) return Temporal.PlainDateTime.from(text).toZonedDateTime(ENGLAND).toInstant()
    return WITH_OFFSET.test(text) ? Temporal.Instant.from(text) : null
  } catch {
    return null // no such day or time
  }
}

/** The last microsecond of the day, which is as finely as the database tells moments apart. */
function endOf(date: Temporal.PlainDate): Temporal.Instant {
  return date.add({ days: 1 }).toZonedDateTime(ENGLAND).toInstant().subtract({ microseconds: 1 })
}
