import { Fields, readTime } from '#modules/casework'
import type { Field } from './fields.ts'

const LINE = 200
const LONG = 20_000
const LONDON = 'Europe/London'
type Sent = Readonly<Record<string, unknown>>

/** Names of the parts of somebody. */
export const partsOf = (name: string) => ({
  given: `${name}-given`,
  family: `${name}-family`,
  born: `${name}-born`,
  nhsNumber: `${name}-number`,
  postcode: `${name}-postcode`,
  relation: `${name}-relation`,
})
export const rowName = (name: string, row: number): string => `${name}-${row}`

/** Reads a form into the body that its kind's schema takes, and notes what is missing where it was asked. */
export function parseSending(
  asked: readonly Field[],
  sent: Sent,
  now: Temporal.Instant,
): { readonly body: Readonly<Record<string, unknown>>; readonly fields: Fields } {
  const fields = new Fields(sent)
  const body = Object.fromEntries(asked.map(field => [field.name, answerOf(fields, field, now)]))
  return { body, fields }
}

function answerOf(fields: Fields, field: Field, now: Temporal.Instant): unknown {
  const { name } = field
  switch (field.type) {
    case 'line':
      return fields.text(name, LINE, field.needed)
    case 'long':
      return fields.text(name, LONG, field.needed)
    case 'choice':
      return fields.choice(
        name,
        field.choices.map(([value]) => value),
        field.needed,
      )
    case 'school':
      return fields.text(name, LINE)
    case 'moment':
      return momentOf(fields, name, field.needed, now)
    case 'person':
      return personOf(fields, name, field.needed)
    case 'people':
      return peopleOf(fields, field)
  }
}

function momentOf(fields: Fields, name: string, needed: string, now: Temporal.Instant): string | null {
  const on = fields.date(name, 'The date', needed)
  const time = fields.text(`${name}-time`, LINE)
  if (on === null) return null
  const plainTime = time === null ? Temporal.PlainTime.from('00:00') : readTime(time)
  if (plainTime === null) return fields.problem(`${name}-time`, 'Enter a time, such as 14:30 or 2:30pm')
  const at = on.toZonedDateTime({ timeZone: LONDON, plainTime }).toInstant()
  if (Temporal.Instant.compare(at, now) > 0)
    return fields.problem(name, 'The date and time must be in the past')
  return at.toString()
}

function personOf(fields: Fields, name: string, needed?: string): Record<string, unknown> | null {
  const at = partsOf(name)
  const given = fields.text(at.given, LINE)
  const family = fields.text(at.family, LINE)
  const person = {
    given,
    family,
    born: fields.date(at.born, 'Date of birth')?.toString() ?? null,
    nhsNumber: fields.text(at.nhsNumber, 20),
    postcode: fields.text(at.postcode, 12),
    relation: fields.text(at.relation, LINE),
  }
  if (given !== null || family !== null) return person
  const isEmpty = Object.values(person).every(value => value === null)
  if (needed !== undefined || !isEmpty) fields.problem(at.given, needed ?? 'Enter a name')
  return null
}

/** The rows that somebody filled in; the first must be when a name is needed. */
function peopleOf(
  fields: Fields,
  { name, rows, needed }: Extract<Field, { type: 'people' }>,
): readonly unknown[] {
  return Array.from({ length: rows }, (_, row) =>
    personOf(fields, rowName(name, row), row === 0 ? needed : undefined),
  ).filter(one => one !== null)
}
