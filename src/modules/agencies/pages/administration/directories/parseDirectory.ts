import { dateFieldsFrom, type FormIssue, parseDateInput } from '#ui'
import type { DirectoryColumns } from '../../../commands/saveDirectoryRow.ts'
import type { Directory, DirectoryField, DirectoryValues, Option } from './directory.ts'

type Sent = Readonly<Record<string, unknown>>
type Read = { readonly value: string } | { readonly message: string }

/**
 * Reads a directory's form.
 * @param options of each select: only they are taken
 */
export function parseDirectory(
  { fields }: Pick<Directory, 'fields'>,
  sent: Sent,
  options: ReadonlyMap<string, readonly Option[]>,
): { readonly values: DirectoryValues; readonly issues: readonly FormIssue[] } {
  const issues: FormIssue[] = []
  const values: Record<string, string> = {}
  for (const field of fields) {
    const read = readField(field, sent, options.get(field.name) ?? [])
    values[field.name] = 'value' in read ? read.value : ''
    if ('message' in read) issues.push({ path: [field.name], message: read.message })
    else if (field.isRequired && read.value === '')
      issues.push({ path: [field.name], message: `Enter ${field.label.toLowerCase()}` })
  }
  return { values, issues }
}

function readField(field: DirectoryField, sent: Sent, options: readonly Option[]): Read {
  const given = sent[field.name]
  const text = typeof given === 'string' ? given.trim() : ''
  if (field.kind === 'date') return readDate(field, sent)
  if (field.kind === 'moment') return readMoment(field, text)
  if (field.kind === 'yes_no') return { value: text === 'yes' ? 'yes' : '' }
  if (field.kind === 'number' && text !== '' && !/^\d+(\.\d{1,2})?$/.test(text))
    return { message: `${field.label} must be a number` }
  if (field.kind === 'select' && text !== '' && options.every(({ value }) => value !== text))
    return { message: `Select ${field.label.toLowerCase()} from the list` }
  return text.length > 2000 ? { message: `${field.label} is too long` } : { value: text }
}

function readDate(field: DirectoryField, sent: Sent): Read {
  const answer = parseDateInput(dateFieldsFrom(sent, field.name), field.label)
  if (answer.outcome === 'wrong') return { message: answer.message }
  return { value: answer.outcome === 'date' ? answer.date.toString() : '' }
}

/** By the clock of England, as typed: 2026-11-22 17:00. */
function readMoment(field: DirectoryField, text: string): Read {
  if (text === '') return { value: '' }
  try {
    if (!/^\d{4}-\d{2}-\d{2}[ T]\d{1,2}:\d{2}$/.test(text)) throw new RangeError(text)
    const [date = '', time = ''] = text.split(/[ T]/)
    const moment = Temporal.PlainDateTime.from(`${date}T${time.padStart(5, '0')}`, { overflow: 'reject' })
    return { value: moment.toZonedDateTime('Europe/London').toInstant().toString() }
  } catch {
    return { message: `${field.label} must be a day and time, such as 2026-11-22 17:00` }
  }
}

/** A moment as it is typed. */
export const momentText = (instant: Temporal.Instant): string =>
  instant
    .toZonedDateTimeISO('Europe/London')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .replace('T', ' ')

/** What the database keeps of the values: nothing instead of an empty text. */
export function columnsOf(fields: readonly DirectoryField[], values: DirectoryValues): DirectoryColumns {
  return Object.fromEntries(fields.map(field => [field.name, columnOf(field, values[field.name] ?? '')]))
}

function columnOf({ kind }: DirectoryField, value: string): DirectoryColumns[string] {
  if (kind === 'yes_no') return value === 'yes'
  if (kind === 'lines')
    return value
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
  if (value === '') return null
  return kind === 'number' ? Number(value) : value
}
