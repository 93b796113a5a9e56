import type { Parsed } from './reading.ts'

const schemaForm = /^(\d{4})-(\d{2})-(\d{2})(Z|[+-]\d{2}:\d{2})?$/
const withTime = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/
const yearFirst = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/
const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/

/** Days used by older systems to mean that no date is known, or that cannot be of a living child or an open case. */
const earliest = Temporal.PlainDate.from('1900-01-02')
const latest = Temporal.PlainDate.from('2099-12-31')

function date(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  doubt?: string,
): Parsed<Temporal.PlainDate> {
  try {
    const parts = { year: Number(year), month: Number(month), day: Number(day) }
    const value = Temporal.PlainDate.from(parts, { overflow: 'reject' })
    const isStrange =
      Temporal.PlainDate.compare(value, earliest) < 0 || Temporal.PlainDate.compare(value, latest) > 0
    if (isStrange) return { value, doubt: `The year ${value.year} cannot be right.` }
    return doubt ? { value, doubt } : { value }
  } catch {
    return { refusal: 'There is no such day in the calendar.' }
  }
}

function timedDate(match: RegExpExecArray): Parsed<Temporal.PlainDate> {
  const [, year, month, day, hour, minute, second, zone] = match
  const isMidnight = Number(hour) === 0 && Number(minute) === 0 && Number(second ?? 0) === 0
  // 23:00Z is midnight of the next day in British summer: only midnight itself, in a zone used here, is certain.
  const isCertain = zone === undefined || (isMidnight && ['Z', '+00:00', '+01:00'].includes(zone))
  if (!isCertain) return { refusal: 'The time zone leaves open which day is meant; write the date alone.' }
  return date(year, month, day, 'A time was written with the date; the date alone was taken.')
}

function dayFirstDate(match: RegExpExecArray): Parsed<Temporal.PlainDate> {
  const [, day, month, year] = match
  const isCertain = Number(day) > 12 || Number(month) > 12 || Number(day) === Number(month)
  if (!isCertain) return { refusal: 'Day and month cannot be told apart; write the date as YYYY-MM-DD.' }
  return date(
    year,
    month,
    day,
    'The date is not written as YYYY-MM-DD; it can only mean one day and was taken.',
  )
}

/**
 * Reads a date of the census (xs:date: YYYY-MM-DD, white space around it allowed). Other forms are taken with a doubt
 * when they can mean one day only, and refused otherwise.
 */
export function parseDate(raw: string): Parsed<Temporal.PlainDate> {
  const text = raw.trim()
  const plain = schemaForm.exec(text)
  if (plain) return date(plain[1], plain[2], plain[3])
  const timed = withTime.exec(text)
  if (timed) return timedDate(timed)
  const slashed = yearFirst.exec(text)
  if (slashed)
    return date(slashed[1], slashed[2], slashed[3], 'The date is not written as YYYY-MM-DD; it was taken.')
  const turned = dayFirst.exec(text)
  if (turned) return dayFirstDate(turned)
  return { refusal: 'This is not a date; write it as YYYY-MM-DD.' }
}
