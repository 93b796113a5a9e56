import { codeSets } from '#reference'
import { datesInOrder, inOrder, notBefore1900, notInFuture } from './dateRules.ts'
import type { Field, FieldOption, Part } from './part.ts'

/** Codes of the census in use now, as options. */
const codes = (set: Readonly<Record<string, { label: string; to?: number }>>): readonly FieldOption[] =>
  Object.entries(set)
    .filter(([, code]) => code.to === undefined)
    .map(([value, code]) => ({ value, text: code.label }))

export const startedOn: Field = {
  name: 'started_on',
  label: 'First day',
  hint: 'Leave empty if not known.',
  kind: 'date',
}
export const endedOn: Field = {
  name: 'ended_on',
  label: 'Last day',
  hint: 'Leave empty while it still holds.',
  kind: 'date',
}

/** Birth, expected birth and death. */
export const lifePart: Part = {
  path: 'life',
  table: 'person',
  title: 'birth and death',
  isOwnRow: true,
  fields: () => [
    { name: 'is_unborn', label: 'This child is not born yet', kind: 'check' },
    {
      name: 'date_of_birth',
      label: 'Date of birth',
      hint: 'For example, 27 3 2015. Leave the day, or day and month, empty if not known.',
      kind: 'partial_date',
    },
    {
      name: 'expected_delivery_on',
      label: 'Expected date of birth',
      hint: 'Of an unborn child.',
      kind: 'date',
    },
    { name: 'died_on', label: 'Date of death', hint: 'Leave empty for somebody living.', kind: 'date' },
  ],
  check: (values, { today }) => [
    ...notInFuture(values, 'date_of_birth', 'Date of birth', today),
    ...notBefore1900(values, 'date_of_birth', 'Date of birth'),
    ...notInFuture(values, 'died_on', 'Date of death', today),
    ...inOrder(
      values,
      'date_of_birth',
      'died_on',
      'Date of death must be the same as or after the date of birth',
    ),
    ...(values['is_unborn'] === true && values['date_of_birth'] !== null
      ? [{ path: ['date_of_birth'], message: 'Untick "not born yet", or remove the date of birth' }]
      : []),
    ...(values['expected_delivery_on'] instanceof Temporal.PlainDate &&
    Temporal.PlainDate.compare(values['expected_delivery_on'], today.add({ days: 310 })) > 0
      ? [
          {
            path: ['expected_delivery_on'],
            message: 'Expected date of birth must be within the next 10 months',
          },
        ]
      : []),
  ],
}

export const factsPart: Part = {
  path: 'facts',
  table: 'person',
  title: 'personal details',
  isOwnRow: true,
  fields: () => [
    {
      name: 'sex',
      label: 'Sex',
      hint: 'Needed for the children in need census.',
      kind: 'select',
      options: codes(codeSets.sex),
    },
    {
      name: 'gender_identity',
      label: 'Gender identity',
      hint: 'In the person’s own words, if they want it recorded.',
      kind: 'text',
    },
    {
      name: 'ethnicity',
      label: 'Ethnicity',
      hint: 'As the person or their parent says. Needed for the children in need census.',
      kind: 'select',
      options: codes(codeSets.ethnicity),
    },
    { name: 'religion', label: 'Religion or belief', kind: 'text' },
    { name: 'first_language', label: 'First language', kind: 'text' },
    { name: 'interpreter_needed', label: 'Is an interpreter needed?', kind: 'yes_no_unknown' },
    {
      name: 'communication_needs',
      label: 'Communication needs',
      hint: 'How to write and speak with this person: large print, easy read, sign language, calls rather than letters.',
      kind: 'textarea',
    },
    {
      name: 'upn_unknown_reason',
      label: 'Why there is no UPN',
      hint: 'Needed for the children in need census when the UPN is not recorded.',
      kind: 'select',
      options: codes(codeSets.unknownUpn),
    },
  ],
}

export const disabilityPart: Part = {
  path: 'disability',
  table: 'person_disability',
  title: 'disability',
  fields: () => [
    {
      name: 'code',
      label: 'Disability',
      kind: 'select',
      options: codes(codeSets.disability),
      needed: 'Select a disability, or "No disability"',
    },
    startedOn,
    endedOn,
  ],
  check: datesInOrder,
}
