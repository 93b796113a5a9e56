import { dateFieldsFrom, type FormIssue, parseDateInput } from '#ui'
import { parsePartialDate } from './parsePartialDate.ts'
import type { Field, FieldValue, Part, PartContext, PartValues } from './part.ts'

type Sent = Readonly<Record<string, unknown>>
export type ParsedPart =
  | { readonly outcome: 'parsed'; readonly values: PartValues }
  | { readonly outcome: 'refused'; readonly issues: readonly FormIssue[] }

/** The day, and whatever the part's options need. */
type Asked = Pick<PartContext, 'today'> & Partial<PartContext>
type Read = { readonly values: PartValues; readonly issue?: string }

/** Most letters of one line and of a longer text. */
const most = { text: 500, textarea: 10_000 }

/** Reads a part's form as it was sent: the row to write, or what is wrong in GOV.UK style. */
export function parsePart(part: Part, context: Asked, sent: Sent): ParsedPart {
  const issues: FormIssue[] = []
  let values: PartValues = {}
  for (const field of part.fields(context)) {
    const read = readField(field, sent)
    values = { ...values, ...read.values }
    if (read.issue !== undefined) issues.push({ path: [field.name], message: read.issue })
    else if (field.needed !== undefined && values[field.name] === null)
      issues.push({ path: [field.name], message: field.needed })
  }
  if (issues.length === 0) issues.push(...(part.check?.(values, context) ?? []))
  if (issues.length > 0) return { outcome: 'refused', issues }
  return { outcome: 'parsed', values: part.complete?.(values) ?? values }
}

function readField(field: Field, sent: Sent): Read {
  const { name } = field
  if (field.kind === 'check') return { values: { [name]: sent[name] === 'yes' } }
  if (field.kind === 'date') return readDate(field, sent)
  if (field.kind === 'partial_date') return parsePartialDate(dateFieldsFrom(sent, name), field)
  const text =
    typeof sent[name] === 'string' ? sent[name].replaceAll('\r\n', '\n').trim().normalize('NFC') : ''
  if (field.kind === 'yes_no_unknown') return one(name, text === 'yes' ? true : text === 'no' ? false : null)
  if (text === '') return one(name, null)
  if (field.kind === 'select' && !field.options?.some(option => option.value === text))
    return { values: { [name]: null }, issue: field.needed ?? `Select ${lower(field.label)} from the list` }
  const limit = field.kind === 'textarea' ? most.textarea : most.text
  if (text.length > limit) return { values: {}, issue: `${field.label} must be ${limit} characters or fewer` }
  return one(name, text)
}

function readDate(field: Field, sent: Sent): Read {
  const answer = parseDateInput(dateFieldsFrom(sent, field.name), field.label)
  if (answer.outcome === 'wrong') return { values: {}, issue: answer.message }
  return one(field.name, answer.outcome === 'date' ? answer.date : null)
}

const one = (name: string, value: FieldValue): Read => ({ values: { [name]: value } })
const lower = (label: string): string => label.charAt(0).toLowerCase() + label.slice(1)
