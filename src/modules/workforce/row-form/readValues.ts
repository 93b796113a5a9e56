import { dateFieldsFrom, type FormIssue, parseDateInput } from '#ui'
import type { Columns, Field, Option, Values } from './rowForm.ts'

type Sent = Readonly<Record<string, unknown>>
type Choices = Readonly<Record<string, readonly Option[]>>
type Read = { readonly value: string } | { readonly message: string }

/** Reads a form. @param options of each select: only they are taken */
export function readValues(
  fields: readonly Field[],
  sent: Sent,
  options: Choices,
): { readonly values: Values; readonly issues: readonly FormIssue[] } {
  const issues: FormIssue[] = []
  const values: Record<string, string> = {}
  for (const field of fields) {
    const read = readField(field, sent, options[field.name] ?? [])
    values[field.name] = 'value' in read ? read.value : ''
    if ('message' in read) issues.push({ path: [field.name], message: read.message })
    else if (field.isRequired && read.value === '')
      issues.push({
        path: [field.name],
        message: `${field.kind === 'select' ? 'Select' : 'Enter'} ${inSentence(field.label)}`,
      })
  }
  return { values, issues }
}

/** A label in the middle of a sentence; one that begins with capitals stays, such as FTE. */
const inSentence = (label: string): string =>
  /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1)

function readField(field: Field, sent: Sent, options: readonly Option[]): Read {
  const { kind, label } = field
  if (kind === 'date') {
    const answer = parseDateInput(dateFieldsFrom(sent, field.name), label)
    if (answer.outcome === 'wrong') return { message: answer.message }
    return { value: answer.outcome === 'date' ? answer.date.toString() : '' }
  }
  const given = sent[field.name]
  const text = typeof given === 'string' ? given.trim() : ''
  if (kind === 'yes_no') return { value: text === 'yes' ? 'yes' : '' }
  if (kind === 'number') return readNumber(label, text)
  if (kind === 'select' && text !== '' && options.every(({ value }) => value !== text))
    return { message: `Select ${inSentence(label)} from the list` }
  return text.length > 2000 ? { message: `${label} must be 2,000 characters or fewer` } : { value: text }
}

/** A number as people write it: 4,860,000 or £4860000.50. */
function readNumber(label: string, text: string): Read {
  const plain = text.replaceAll(/[£,\s]/g, '')
  if (plain === '' || /^-?\d{1,11}(\.\d{1,2})?$/.test(plain)) return { value: plain }
  return { message: `${label} must be a number, with two places after the point at most` }
}

/** What the database keeps of the values: nothing instead of an empty text. */
export function columnsOf(fields: readonly Field[], values: Values): Columns {
  return Object.fromEntries(
    fields.map(({ name, kind }) => {
      const value = values[name] ?? ''
      if (kind === 'yes_no') return [name, value === 'yes']
      if (value === '') return [name, null]
      return [name, kind === 'number' ? Number(value) : value]
    }),
  )
}
