import type { FormIssue } from '#ui'
import type { FieldValue, PartValues } from './part.ts'

const earliest = Temporal.PlainDate.from('1900-01-01')
const isDate = (value: FieldValue | undefined): value is Temporal.PlainDate =>
  value instanceof Temporal.PlainDate
const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0

/** @returns the issue when the date lies before 1900, which no living memory needs and typing errors make */
export function notBefore1900(values: PartValues, name: string, words: string): readonly FormIssue[] {
  const value = values[name]
  if (!isDate(value) || !isAfter(earliest, value)) return []
  return [{ path: [name], message: `${words} must be after 1899` }]
}

/** @returns the issue when the date lies after today */
export function notInFuture(
  values: PartValues,
  name: string,
  words: string,
  today: Temporal.PlainDate,
): readonly FormIssue[] {
  const value = values[name]
  if (!isDate(value) || !isAfter(value, today)) return []
  return [{ path: [name], message: `${words} must be today or in the past` }]
}

/** @returns the issue when the second date lies before the first */
export function inOrder(
  values: PartValues,
  first: string,
  second: string,
  message: string,
): readonly FormIssue[] {
  const [one, other] = [values[first], values[second]]
  return isDate(one) && isDate(other) && isAfter(one, other) ? [{ path: [second], message }] : []
}

/** The rules of every row with started_on and ended_on. */
export function datesInOrder(values: PartValues): readonly FormIssue[] {
  return [
    ...notBefore1900(values, 'started_on', 'First day'),
    ...notBefore1900(values, 'ended_on', 'Last day'),
    ...inOrder(values, 'started_on', 'ended_on', 'Last day must be the same as or after the first day'),
  ]
}
