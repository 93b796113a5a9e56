import type { Fields } from '#modules/casework'
import { checkIdentifier, type DatePrecision } from '#modules/people'
import { type CodeOf, codesOf } from '#reference'
import { type DateFields, dateFieldsFrom, parseDateInput } from '#ui'
import type { NamedWanted } from '../../rules/contactWanted.ts'
import { personFields, relations, roleOf, rowsOf, type Typed } from './personFields.ts'

const LINE = 200

/** Everyone the form names; a row left empty is nobody. Problems are noted at their fields. */
export function parsePeople(fields: Fields, sent: Typed, today: Temporal.PlainDate): readonly NamedWanted[] {
  return rowsOf(sent).flatMap(row => {
    const role = roleOf(sent, row) ?? 'child'
    const at = personFields(row)
    const given = fields.text(at.given, LINE)
    const family = fields.text(at.family, LINE)
    const isUnborn = role === 'unborn_child'
    const born = isUnborn ? nothingKnown : partialDate(fields, sent, at.born, today)
    const expectedDeliveryOn = isUnborn ? fields.date(at.expected, 'Expected date of birth') : null
    const number = isUnborn ? null : identifier(fields, at.number)
    const school = role === 'child' ? fields.text(at.school, LINE) : null
    const relation = role === 'adult' ? (relations.find(kind => kind === sent[at.relation]) ?? null) : null
    const sex = (['F', 'M', 'U'] as const).find(code => code === sent[at.sex]) ?? null
    const isChild = role === 'child'
    const ethnicity = isChild ? codeIn('ethnicity', sent[at.ethnicity]) : null
    const disability = isChild ? codeIn('disability', sent[at.disability]) : null
    const isEmpty = !given && !family && !born.date && !number && !school && !expectedDeliveryOn
    if (isEmpty && !isUnborn) return []
    return [
      {
        role,
        given,
        family,
        dateOfBirth: born.date,
        dateOfBirthPrecision: born.precision,
        expectedDeliveryOn,
        sex,
        relation,
        school,
        identifierKind: number?.kind ?? null,
        identifier: number?.value ?? null,
        ethnicity,
        disability,
      },
    ]
  })
}

const codeIn = <Set extends 'ethnicity' | 'disability'>(set: Set, given: unknown): CodeOf<Set> | null =>
  codesOf(set).find(code => code === given) ?? null

type Born = { readonly date: Temporal.PlainDate | null; readonly precision: DatePrecision }
const nothingKnown: Born = { date: null, precision: 'day' }

/** A date of birth of which day or month may be unknown: then its first possible day. */
function partialDate(fields: Fields, sent: Typed, name: string, today: Temporal.PlainDate): Born {
  const { day, month, year } = dateFieldsFrom(sent, name)
  const has = (part: string | undefined) => (part ?? '').trim() !== ''
  if (!has(day) && !has(month) && !has(year)) return nothingKnown
  const precision: DatePrecision = has(day) ? 'day' : has(month) ? 'month' : 'year'
  const filled: DateFields = { day: has(day) ? day : '1', month: precision === 'year' ? '1' : month, year }
  const answer = parseDateInput(filled, 'Date of birth')
  if (answer.outcome === 'wrong') fields.problem(name, answer.message)
  if (answer.outcome !== 'date') return nothingKnown
  if (Temporal.PlainDate.compare(answer.date, today) > 0) {
    fields.problem(name, 'Date of birth must be in the past. For a child not yet born, add an unborn child')
    return nothingKnown
  }
  return { date: answer.date, precision }
}

/** An NHS number has ten digits, a pupil's number thirteen characters. One that fails its check is kept as it was given. */
function identifier(fields: Fields, name: string) {
  const text = fields.text(name, 30)
  if (text === null) return null
  const kind = /^[\d\s-]{10,14}$/.test(text) && text.replace(/\D/g, '').length === 10 ? 'nhs_number' : 'upn'
  return { kind, value: checkIdentifier(kind, text).value } as const
}
