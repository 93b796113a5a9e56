import { checkboxes, type FieldErrors, type Html, input, radios, select, textarea } from '#ui'
import { type FormValues, ticksOf, typedOf } from '../pages/frame/longForm.ts'

/** Codes with their words, in the order of the page. */
export type Words = Readonly<Record<string, string>>

/** The codes of some words, for choosing among them. */
export const codesOf = <T extends Words>(words: T): readonly (keyof T & string)[] => Object.keys(words) // its own keys

const items = (words: Words) => Object.entries(words).map(([value, text]) => ({ value, text }))
const small = 'govuk-label--s'

type Of = { readonly values: FormValues; readonly errors: FieldErrors }

/** One of a few, as radios. */
export const oneOf = (
  name: string,
  legend: string,
  words: Words,
  { values, errors }: Of,
  hint?: string,
): Html =>
  radios({
    name,
    idPrefix: name,
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    ...(hint === undefined ? {} : { hint: { text: hint } }),
    items: items(words),
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })

/** One of many, as a list. */
export const oneOfMany = (name: string, label: string, words: Words, { values, errors }: Of): Html =>
  select({
    name,
    label: { text: label, classes: small },
    items: [{ value: '', text: 'Select' }, ...items(words)],
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })

/** Any number of them, as ticks. */
export const severalOf = (
  name: string,
  legend: string,
  words: Words,
  { values, errors }: Of,
  hint?: string,
): Html =>
  checkboxes({
    name,
    idPrefix: name,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    ...(hint === undefined ? {} : { hint: { text: hint } }),
    items: items(words),
    values: ticksOf(values, name),
    errorMessage: errors.of(name),
  })

/** A line. */
export const lineField = (name: string, label: string, { values, errors }: Of, hint?: string): Html =>
  input({
    name,
    label: { text: label, classes: small },
    ...(hint === undefined ? {} : { hint: { text: hint } }),
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })

/** Some lines. */
export const textField = (
  name: string,
  label: string,
  { values, errors }: Of,
  hint?: string,
  rows = 3,
): Html =>
  textarea({
    name,
    rows,
    label: { text: label, classes: small },
    ...(hint === undefined ? {} : { hint: { text: hint } }),
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })
