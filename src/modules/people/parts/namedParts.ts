import { checkIdentifier, type IdentifierKind, identifierLabels } from '../rules/identifierRemark.ts'
import { datesInOrder } from './dateRules.ts'
import type { Part } from './part.ts'
import { endedOn, startedOn } from './personParts.ts'

const kindLabels = {
  legal: 'Legal name',
  known_as: 'Known as',
  birth: 'Name at birth',
  former: 'Former name',
  alias: 'Another name used',
}
export const nameKindOptions = Object.entries(kindLabels).map(([value, text]) => ({ value, text }))

export const namePart: Part = {
  path: 'name',
  table: 'person_name',
  title: 'name',
  fields: () => [
    {
      name: 'kind',
      label: 'Kind of name',
      kind: 'select',
      options: nameKindOptions,
      needed: 'Select the kind of name',
    },
    { name: 'given', label: 'Given names', kind: 'text' },
    { name: 'family', label: 'Family name', kind: 'text' },
    { name: 'is_main', label: 'Use this name on every page', kind: 'check' },
    startedOn,
    endedOn,
  ],
  check: values => [
    ...(values['given'] === null && values['family'] === null
      ? [{ path: ['given'], message: 'Enter a given name or a family name' }]
      : []),
    ...(values['is_main'] === true && values['ended_on'] !== null
      ? [
          {
            path: ['ended_on'],
            message: 'A name used on every page has no last day: untick it, or remove the last day',
          },
        ]
      : []),
    ...datesInOrder(values),
  ],
}

export const identifierPart: Part = {
  path: 'identifier',
  table: 'person_identifier',
  title: 'identifier',
  fields: () => [
    {
      name: 'kind',
      label: 'Kind of number',
      kind: 'select',
      options: Object.entries(identifierLabels).map(([value, text]) => ({ value, text })),
      needed: 'Select the kind of number',
    },
    {
      name: 'value',
      label: 'Number',
      hint: 'A number that fails its own check is recorded all the same, and marked.',
      kind: 'text',
      needed: 'Enter the number',
    },
    startedOn,
    endedOn,
  ],
  check: datesInOrder,
  complete: values => {
    const check = checkIdentifier(values['kind'] as IdentifierKind, String(values['value'])) // an option of the field
    return { ...values, value: check.value, check_passed: check.passed }
  },
}

const addressKinds = {
  home: 'Home',
  placement: 'Placement',
  refuge: 'Refuge',
  temporary: 'Temporary',
  school_term: 'In school term',
  other: 'Other',
}
export const addressKindLabels: Readonly<Record<string, string>> = addressKinds

export const addressPart: Part = {
  path: 'address',
  table: 'person_address',
  title: 'address',
  fields: () => [
    {
      name: 'kind',
      label: 'Kind of address',
      kind: 'select',
      options: Object.entries(addressKinds).map(([value, text]) => ({ value, text })),
      needed: 'Select the kind of address',
    },
    {
      name: 'lines',
      label: 'Address',
      hint: 'Without the postcode.',
      kind: 'textarea',
      needed: 'Enter the address',
    },
    { name: 'postcode', label: 'Postcode', kind: 'text' },
    {
      name: 'is_confidential',
      label: 'Confidential: only those who hold this person’s safety information may see it',
      hint: 'Tick for a refuge, or when somebody must not learn where this person lives.',
      kind: 'check',
    },
    startedOn,
    endedOn,
  ],
  check: values => [
    ...(values['kind'] === 'refuge' && values['is_confidential'] !== true
      ? [{ path: ['is_confidential'], message: 'The address of a refuge is confidential: tick the box' }]
      : []),
    ...datesInOrder(values),
  ],
  complete: values => ({
    ...values,
    postcode: typeof values['postcode'] === 'string' ? tidyPostcode(values['postcode']) : null,
  }),
}

/** "SO14 2AB" however it was typed; anything that is no full postcode in capitals as it stands. */
function tidyPostcode(text: string): string {
  const joined = text.replaceAll(/\s/g, '').toUpperCase()
  return /^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(joined)
    ? `${joined.slice(0, -3)} ${joined.slice(-3)}`
    : text.toUpperCase()
}

export const contactPart: Part = {
  path: 'contact',
  table: 'person_contact',
  title: 'contact details',
  fields: () => [
    {
      name: 'kind',
      label: 'Kind',
      kind: 'select',
      options: [
        { value: 'mobile', text: 'Mobile telephone' },
        { value: 'telephone', text: 'Telephone' },
        { value: 'email', text: 'Email' },
      ],
      needed: 'Select the kind of contact details',
    },
    {
      name: 'value',
      label: 'Number or email address',
      kind: 'text',
      needed: 'Enter the number or email address',
    },
    { name: 'is_safe', label: 'Safe to use without asking first', kind: 'check' },
    { name: 'safe_times', label: 'When it is safe', hint: 'For example, weekdays before 2pm.', kind: 'text' },
    startedOn,
    endedOn,
  ],
  check: values => [
    ...(values['kind'] === 'email' && !/^\S+@\S+\.\S+$/.test(String(values['value']))
      ? [{ path: ['value'], message: 'Enter an email address in the correct format, like name@example.com' }]
      : []),
    ...datesInOrder(values),
  ],
}
