import type { Organisation } from '#modules/agencies'
import {
  dateFields,
  dateFieldsFrom,
  type FieldErrors,
  fieldset,
  type Html,
  html,
  input,
  nothing,
  radios,
  select,
  textarea,
} from '#ui'
import type { Field } from './fields.ts'
import { partsOf, rowName } from './parseSending.ts'

type Sent = Readonly<Record<string, unknown>>
export type Form = {
  readonly sent: Sent
  readonly errors: FieldErrors
  readonly schools: readonly Organisation[]
}

/** The names of a form's fields, in the order in which they are shown: errors are told in it. */
export const namesOf = (asked: readonly Field[]): readonly string[] =>
  asked.flatMap(field => {
    if (field.type === 'person') return Object.values(partsOf(field.name))
    if (field.type === 'people')
      return Array.from({ length: field.rows }, (_, row) =>
        Object.values(partsOf(rowName(field.name, row))),
      ).flat()
    return field.type === 'moment' ? [field.name, `${field.name}-time`] : [field.name]
  })

/** The questions of a form, as they were answered so far. */
export const questionsHtml = (asked: readonly Field[], form: Form): Html =>
  html`${asked.map(field => questionHtml(field, form))}`

const typed = ({ sent }: Form, name: string): string => {
  const value = sent[name]
  return typeof value === 'string' ? value : ''
}

function questionHtml(field: Field, form: Form): Html {
  const { name } = field
  const label = { text: field.label, classes: 'govuk-label--s' }
  const hint = field.hint === undefined ? {} : { hint: { text: field.hint } }
  const common = {
    name,
    id: name,
    label,
    ...hint,
    value: typed(form, name),
    errorMessage: form.errors.of(name),
  }
  switch (field.type) {
    case 'line':
      return input({ ...common, classes: 'govuk-!-width-two-thirds', autocomplete: 'off' })
    case 'long':
      return textarea({ ...common, rows: 5 })
    case 'school':
      return select({
        ...common,
        items: [
          { value: '', text: 'Choose' },
          ...form.schools.map(({ id, name: text }) => ({ value: id, text })),
        ],
      })
    case 'choice':
      return radios({
        name,
        idPrefix: name,
        ...hint,
        fieldset: { legend: { text: field.label, classes: 'govuk-fieldset__legend--s' } },
        items: field.choices.map(([value, text]) => ({ value, text })),
        value: typed(form, name),
        errorMessage: form.errors.of(name),
      })
    case 'moment':
      return html`${dateFields({ name, legend: field.label, value: dateFieldsFrom(form.sent, name), error: form.errors.of(name) })}
${text(form, `${name}-time`, 'Time (optional)', 'govuk-input--width-5')}`
    case 'person':
      return personHtml(form, name, field.label, field.isAdult === true)
    case 'people':
      return html`${Array.from({ length: field.rows }, (_, row) =>
        personHtml(
          form,
          rowName(name, row),
          `${field.label} ${row + 1}${row === 0 && field.needed ? '' : ' (if there is one)'}`,
          field.isAdult === true,
        ),
      )}`
  }
}

const text = (form: Form, name: string, label: string, classes = 'govuk-!-width-two-thirds'): Html =>
  input({
    name,
    id: name,
    label: { text: label },
    classes,
    value: typed(form, name),
    errorMessage: form.errors.of(name),
    autocomplete: 'off',
  })

function personHtml(form: Form, name: string, legend: string, isAdult: boolean): Html {
  const at = partsOf(name)
  const born = dateFields({
    name: at.born,
    legend: 'Date of birth',
    value: dateFieldsFrom(form.sent, at.born),
    error: form.errors.of(at.born),
  })
  return fieldset({
    legend: { text: legend, classes: 'govuk-fieldset__legend--m' },
    html: html`${text(form, at.given, 'Given name')}${text(form, at.family, 'Family name')}${born}
${isAdult ? text(form, at.relation, 'What are they to the child? (optional)') : html`${text(form, at.nhsNumber, 'NHS number, if you have it', 'govuk-input--width-10')}${text(form, at.postcode, 'Postcode of the home (optional)', 'govuk-input--width-10')}`}${nothing}`,
  })
}
