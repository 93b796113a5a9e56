import { londonDate } from '#reference'
import { dateFields, dateFieldsFrom, type FieldErrors, type Html, html, input } from '#ui'
import type { Fields } from '../pages/frame/fields.ts'
import { type FormValues, typedOf } from '../pages/frame/longForm.ts'
import { readTime } from '../rules/readTime.ts'

const ENGLAND = 'Europe/London'

/** A day and a time of day, typed apart: `<name>-day` … and `<name>-time`. */
export function momentFields(
  name: string,
  words: { readonly legend: string; readonly hint?: string; readonly timeLabel?: string },
  values: FormValues,
  errors: FieldErrors,
): Html {
  return html`${dateFields({
    name,
    legend: words.legend,
    ...(words.hint === undefined ? {} : { hint: words.hint }),
    value: dateFieldsFrom(values, name),
    error: errors.of(name),
  })}
${input({
  name: `${name}-time`,
  label: { text: words.timeLabel ?? 'Time', classes: 'govuk-label--s' },
  hint: { text: 'For example, 2:30pm or 14:30' },
  classes: 'govuk-input--width-5',
  value: typedOf(values, `${name}-time`),
  errorMessage: errors.of(`${name}-time`),
})}`
}

/**
 * The moment that was typed. Both parts or neither, unless it is `needed`; never in the future.
 * @returns null where nothing was typed, or with the problem noted
 */
export function parseMoment(
  fields: Fields,
  name: string,
  words: { readonly label: string; readonly needed?: string },
  now: Temporal.Instant,
): Temporal.Instant | null {
  const day = fields.date(name, words.label, words.needed)
  const typed = fields.typed(`${name}-time`)
  const time = readTime(typed)
  if (day === null && typed.trim() === '') return null
  if (time === null) {
    const message = typed.trim() === '' ? 'Enter the time' : 'Enter a time, such as 2:30pm or 14:30'
    return fields.problem(`${name}-time`, message)
  }
  if (day === null) {
    const isNoted = fields.issues.some(({ path }) => path[0] === name)
    return isNoted ? null : fields.problem(name, `Enter the day, or remove the time`)
  }
  const at = day.toZonedDateTime({ timeZone: ENGLAND, plainTime: time }).toInstant()
  if (Temporal.Instant.compare(at, now) > 0)
    return fields.problem(name, `${words.label} must be now or in the past`)
  return at
}

/** The parts of a moment, to fill the fields with. */
export function momentValues(name: string, at: Temporal.Instant | null): FormValues {
  if (at === null) return {}
  const moment = at.toZonedDateTimeISO(ENGLAND)
  const day = londonDate(at)
  return {
    [`${name}-day`]: `${day.day}`,
    [`${name}-month`]: `${day.month}`,
    [`${name}-year`]: `${day.year}`,
    [`${name}-time`]: moment.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}
