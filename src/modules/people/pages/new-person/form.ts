import { parseUuid } from '#platform/ids'
import type { FormIssue } from '#ui'
import type { NewPerson } from '../../commands/addPerson.ts'
import type { Field, PartValues } from '../../parts/index.ts'
import { parsePart } from '../../parts/parsePart.ts'
import type { Part } from '../../parts/part.ts'
import { lifePart } from '../../parts/personParts.ts'

type Sent = Readonly<Record<string, unknown>>
export type ParsedPerson =
  | { readonly outcome: 'parsed'; readonly person: NewPerson }
  | { readonly outcome: 'refused'; readonly issues: readonly FormIssue[] }

const text = (name: string, label: string, hint?: string): Field => ({
  name,
  label,
  kind: 'text',
  ...(hint ? { hint } : {}),
})

/** The questions of the form, in their order on the page. */
export const newPersonFields: readonly Field[] = [
  text('given', 'Given names'),
  text('family', 'Family name'),
  text('known_as', 'Known as', 'Another name that the person goes by, if any.'),
  text('former', 'Former family name', 'If any.'),
  ...lifePart.fields({}).filter(({ name }) => name !== 'died_on'),
  {
    name: 'sex',
    label: 'Sex',
    kind: 'select',
    options: [
      { value: 'F', text: 'Female' },
      { value: 'M', text: 'Male' },
      { value: 'U', text: 'Not known' },
    ],
  },
  text('la_child_id', 'LA child ID'),
  text('nhs_number', 'NHS number', 'With or without spaces.'),
  text('upn', 'UPN'),
]

/** The same parsing as the parts of a person have, over this form's questions. */
const asPart: Part = {
  path: 'new',
  table: 'person',
  title: 'person',
  fields: () => newPersonFields,
  check: (values, context) => [
    ...(lifePart.check?.({ ...values, died_on: null }, context) ?? []),
    ...someoneThere(values),
  ],
}

/** Reads the form to add a person: the person, or what is wrong in GOV.UK style. */
export function parseNewPerson(sent: Sent, today: Temporal.PlainDate): ParsedPerson {
  const parsed = parsePart(asPart, { today }, sent)
  if (parsed.outcome === 'refused') return parsed
  return { outcome: 'parsed', person: personFrom(parsed.values, sent) }
}

/** A child of a census file has a number only, an unborn one perhaps nothing but the day it is expected. */
function someoneThere(values: PartValues): readonly FormIssue[] {
  const known = ['given', 'family', 'la_child_id', 'nhs_number', 'upn', 'expected_delivery_on']
  if (known.some(name => values[name] !== null)) return []
  return [
    { path: ['given'], message: 'Enter a name, a number, or the expected date of birth of an unborn child' },
  ]
}

function personFrom(values: PartValues, sent: Sent): NewPerson {
  const words = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null)
  const date = (name: string) => (values[name] instanceof Temporal.PlainDate ? values[name] : null)
  const [given, family, knownAs, former] = ['given', 'family', 'known_as', 'former'].map(words)
  const precision = words('date_of_birth_precision')
  const sex = words('sex')
  const numbers = (['la_child_id', 'nhs_number', 'upn'] as const).map(kind => ({
    kind,
    value: words(kind) ?? '',
  }))
  return {
    name: given || family ? { given: given ?? null, family: family ?? null } : null,
    otherNames: [
      ...(knownAs ? [{ kind: 'known_as' as const, given: knownAs, family: family ?? null }] : []),
      ...(former ? [{ kind: 'former' as const, given: given ?? null, family: former }] : []),
    ],
    isUnborn: values['is_unborn'] === true,
    dateOfBirth: date('date_of_birth'),
    dateOfBirthPrecision: precision === 'month' || precision === 'year' ? precision : 'day',
    expectedDeliveryOn: date('expected_delivery_on'),
    motherId: typeof sent['mother_id'] === 'string' ? parseUuid(sent['mother_id']) : null,
    sex: sex === 'M' || sex === 'F' || sex === 'U' ? sex : null,
    identifiers: numbers.filter(({ value }) => value !== ''),
  }
}
