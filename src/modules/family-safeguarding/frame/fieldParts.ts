import { type Fields, type FormValues, readTime, ticksOf, typedOf } from '#modules/casework'
import { londonDate } from '#reference'
import {
  checkboxes,
  dateFields,
  dateFieldsFrom,
  type FieldErrors,
  type Html,
  html,
  input,
  radios,
  select,
  textarea,
} from '#ui'

/** Codes with their words, in the order of the page. */
export type Words = Readonly<Record<string, string>>
export type Of = { readonly values: FormValues; readonly errors: FieldErrors }

const items = (words: Words) => Object.entries(words).map(([value, text]) => ({ value, text }))
const small = 'govuk-label--s'
const hinted = (hint: string | undefined) => (hint === undefined ? {} : { hint: { text: hint } })

export const codesOf = <T extends Words>(words: T): readonly (keyof T & string)[] => Object.keys(words) // its own keys

export const oneOf = (
  name: string,
  legend: string,
  words: Words,
  { values, errors }: Of,
  hint?: string,
): Html =>
  radios({
    name,
    idPrefix: name,
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    ...hinted(hint),
    items: items(words),
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })

export const oneOfMany = (
  name: string,
  label: string,
  words: Words,
  { values, errors }: Of,
  hint?: string,
): Html =>
  select({
    name,
    label: { text: label, classes: small },
    ...hinted(hint),
    items: [{ value: '', text: 'Select' }, ...items(words)],
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })

export const severalOf = (
  name: string,
  legend: string,
  words: Words,
  { values, errors }: Of,
  hint?: string,
): Html =>
  checkboxes({
    name,
    idPrefix: name,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    ...hinted(hint),
    items: items(words),
    values: ticksOf(values, name),
    errorMessage: errors.of(name),
  })

export const line = (
  name: string,
  label: string,
  { values, errors }: Of,
  hint?: string,
  classes = '',
): Html =>
  input({
    name,
    label: { text: label, classes: small },
    ...hinted(hint),
    classes,
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })

export const text = (name: string, label: string, { values, errors }: Of, hint?: string, rows = 3): Html =>
  textarea({
    name,
    rows,
    label: { text: label, classes: small },
    ...hinted(hint),
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })

export const day = (name: string, legend: string, { values, errors }: Of, hint?: string): Html =>
  dateFields({
    name,
    legend,
    ...(hint === undefined ? {} : { hint }),
    value: dateFieldsFrom(values, name),
    error: errors.of(name),
  })

/** A day and a time of day, typed apart. */
export const moment = (name: string, legend: string, of: Of): Html =>
  html`${day(name, legend, of)}${line(`${name}-time`, 'Time', of, 'For example, 2:30pm or 14:30', 'govuk-input--width-5')}`

/** The moment that was typed; never in the future. Null with the problem noted. */
export function parseMoment(
  fields: Fields,
  name: string,
  label: string,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const on = fields.date(name, label, 'Enter the day')
  const time = readTime(fields.typed(`${name}-time`))
  if (time === null) return fields.problem(`${name}-time`, 'Enter a time, such as 2:30pm or 14:30')
  if (on === null) return null
  const at = on.toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).toInstant()
  if (Temporal.Instant.compare(at, now) > 0)
    return fields.problem(name, `${label} must be now or in the past`)
  return at
}

/** The parts of a moment, to fill the fields with. */
export function momentValues(name: string, at: Temporal.Instant): FormValues {
  const on = londonDate(at)
  const time = at.toZonedDateTimeISO('Europe/London').toPlainTime().toString({ smallestUnit: 'minute' })
  return {
    [`${name}-day`]: `${on.day}`,
    [`${name}-month`]: `${on.month}`,
    [`${name}-year`]: `${on.year}`,
    [`${name}-time`]: time,
  }
}

/** The day that was typed; never in the future. */
export function parsePastDay(
  fields: Fields,
  name: string,
  label: string,
  today: Temporal.PlainDate,
  needed?: string,
) {
  const on = fields.date(name, label, needed)
  if (on !== null && Temporal.PlainDate.compare(on, today) > 0)
    return fields.problem(name, `${label} must be today or in the past`)
  return on
}
