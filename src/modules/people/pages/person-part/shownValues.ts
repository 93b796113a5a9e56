import { type DateFields, dateFieldsFrom, formatDate } from '#ui'
import type { Field, FieldValue, PartValues } from '../../parts/index.ts'
import { describePartialDate } from '../../rules/partialDate.ts'

/** What stands in a form's fields, by their posted names; dates in three. */
export type Shown = Readonly<Record<string, string | undefined>>

/** A recorded row as its form shows it. */
export function shownFromRow(fields: readonly Field[], values: PartValues): Shown {
  return Object.assign({}, ...fields.map(field => shownField(field, values)))
}

function shownField(field: Field, values: PartValues): Shown {
  const { name } = field
  const value = values[name] ?? null
  if (value instanceof Temporal.PlainDate) {
    const precision = values[`${name}_precision`] ?? 'day'
    return {
      [`${name}-day`]: precision === 'day' ? String(value.day) : '',
      [`${name}-month`]: precision === 'year' ? '' : String(value.month),
      [`${name}-year`]: String(value.year),
    }
  }
  if (typeof value === 'boolean') return { [name]: value ? 'yes' : 'no' }
  return { [name]: value ?? undefined }
}

/** What was typed, for showing again. */
export function shownFromSent(sent: Readonly<Record<string, unknown>>): Shown {
  return Object.fromEntries(
    Object.entries(sent).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  )
}

/** The three parts of a date among the shown values. */
export const typedDate = (shown: Shown, name: string): DateFields => dateFieldsFrom(shown, name)

/** A value in words, for reading and comparing. */
export function valueInWords(field: Field, values: PartValues): string {
  const value: FieldValue = values[field.name] ?? null
  if (value === null) return field.kind === 'yes_no_unknown' ? 'Not known' : 'Nothing recorded'
  if (value instanceof Temporal.PlainDate) {
    const precision = values[`${field.name}_precision`]
    return precision === 'month' || precision === 'year'
      ? describePartialDate({ date: value, precision })
      : formatDate(value)
  }
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  return field.options?.find(option => option.value === value)?.text ?? value
}
