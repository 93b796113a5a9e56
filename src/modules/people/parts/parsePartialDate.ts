import { type DateFields, parseDateInput } from '#ui'
import type { DatePrecision } from '../rules/partialDate.ts'
import type { Field, PartValues } from './part.ts'

/**
 * Reads a date of which the day, or the day and the month, may be unknown.
 * @returns columns `<name>` (its first possible day) and `<name>_precision`, or the message
 */
export function parsePartialDate(
  fields: DateFields,
  field: Pick<Field, 'name' | 'label'>,
): { readonly values: PartValues; readonly issue?: string } {
  const typed = (part: keyof DateFields): string => fields[part]?.trim() ?? ''
  const precision: DatePrecision = typed('day') !== '' ? 'day' : typed('month') !== '' ? 'month' : 'year'
  const isEmpty = precision === 'year' && typed('year') === ''
  const filled = {
    day: precision === 'day' || isEmpty ? typed('day') : '1',
    month: precision === 'year' && !isEmpty ? '1' : typed('month'),
    year: typed('year'),
  }
  const answer = parseDateInput(filled, field.label)
  if (answer.outcome === 'wrong') return { values: {}, issue: answer.message }
  const date = answer.outcome === 'date' ? answer.date : null
  return { values: { [field.name]: date, [`${field.name}_precision`]: date ? precision : 'day' } }
}
