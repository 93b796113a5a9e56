import { type Fields, readTime } from '#modules/casework'

const ENGLAND = 'Europe/London'

/**
 * A moment that was typed, past or to come: `<name>-day` … and `<name>-time`.
 * @returns null where nothing was typed, or with the problem noted
 */
export function parseAnyMoment(
  fields: Fields,
  name: string,
  label: string,
  needed?: string,
): Temporal.Instant | null {
  const day = fields.date(name, label, needed)
  const typed = fields.typed(`${name}-time`).trim()
  const time = readTime(typed)
  if (day === null && typed === '') return null
  if (time === null)
    return fields.problem(
      `${name}-time`,
      typed === '' ? 'Enter the time' : 'Enter a time, such as 2:30pm or 14:30',
    )
  if (day === null) {
    const isNoted = fields.issues.some(({ path }) => path[0] === name)
    return isNoted ? null : fields.problem(name, 'Enter the day, or remove the time')
  }
  return day.toZonedDateTime({ timeZone: ENGLAND, plainTime: time }).toInstant()
}
