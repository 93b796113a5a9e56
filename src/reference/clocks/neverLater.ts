import { countLimit } from '../counting/countLimit.ts'
import type { CountRule } from '../counting/countRule.ts'

/** Eleven years hold Christmas on every day of the week, leap years, and early and late Easters. */
const firstDay = Temporal.PlainDate.from('2024-01-01')
const daysTried = 4018

const known = new Map<string, boolean>()

/**
 * Whether one way of counting never falls due later than another, or null when that depends on a school's
 * calendar. Units are compared by counting both from every day of eleven years: eight weeks are never longer
 * than two months, while nine sometimes are. Slow the first time two units meet (under a second), then known.
 */
export function neverLater(rule: CountRule, than: CountRule): boolean | null {
  if (sameCounting(rule, than)) {
    return rule.direction === 'forwards' ? rule.value <= than.value : rule.value >= than.value
  }
  if (isSchoolUnit(rule) || isSchoolUnit(than)) return null
  const key = `${keyOf(rule)} ${keyOf(than)}`
  const answer = known.get(key) ?? neverLaterFromAnyDay(rule, than)
  known.set(key, answer)
  return answer
}

function neverLaterFromAnyDay(rule: CountRule, than: CountRule): boolean {
  const timed = rule.unit === 'hours' || than.unit === 'hours'
  return starts(timed ? ['00:00', '23:59'] : ['12:00']).every(
    start => Temporal.Instant.compare(countLimit(rule, start).dueAt, countLimit(than, start).dueAt) <= 0,
  )
}

function sameCounting(one: CountRule, other: CountRule): boolean {
  return keyOf({ ...one, value: 1 }) === keyOf({ ...other, value: 1 })
}

function keyOf({ value, unit, dayZero, direction, clear }: CountRule): string {
  return `${value} ${unit} ${dayZero} ${direction} ${clear}`
}

function isSchoolUnit({ unit }: CountRule): boolean {
  return unit === 'school_days' || unit === 'school_terms'
}

/** Hours depend on the time of day, so both ends of each day are tried for them. */
function starts(times: readonly string[]): readonly Temporal.Instant[] {
  return Array.from({ length: daysTried }, (_, days) => firstDay.add({ days })).flatMap(day =>
    times.map(plainTime => day.toZonedDateTime({ timeZone: 'Europe/London', plainTime }).toInstant()),
  )
}
