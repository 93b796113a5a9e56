import { type FormKeys, formFields, versionField } from '#platform/http'
import {
  button,
  checkboxes,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  type Html,
  html,
  input,
  nothing,
  select,
  textarea,
} from '#ui'
import type { Field, Opened, Option } from './rowForm.ts'

/** A form as it is shown: fresh, or with what was typed and what is wrong with it. */
export type FormView = {
  readonly opened: Opened
  readonly fields: readonly Field[]
  readonly action: string
  /** Of the row as the form was opened. */
  readonly version: string
  /** Both texts, when somebody else saved the row meanwhile. */
  readonly conflict: Html
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly keys: FormKeys
}

export function formPage({ opened, fields, action, version, conflict, sent, errors, keys }: FormView): Html {
  return html`${errorsAbove(errors)}${conflict}<h1 class="govuk-heading-l">${opened.title}</h1>
${opened.lead ?? nothing}
<form method="post" action="${action}" novalidate data-keep-on-failure>${formFields(keys)}${versionField(version)}
  ${fields.map(field => control(field, { value: opened.values[field.name] ?? '', options: opened.options?.[field.name] ?? [], sent, errors }))}
  ${button({ text: 'Save', preventDoubleClick: true })}
</form>`
}

type Shown = {
  readonly value: string
  readonly options: readonly Option[]
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
}

function control(field: Field, { value, options, sent, errors }: Shown): Html {
  const { name, kind } = field
  const text = field.isRequired || kind === 'yes_no' ? field.label : `${field.label} (optional)`
  const isSent = Object.keys(sent).length > 0
  const typed = sent[name]
  const shown = typeof typed === 'string' ? typed : isSent && kind === 'yes_no' ? '' : value
  const hint = field.hint ? { text: field.hint } : undefined
  const common = { name, label: { text }, hint, errorMessage: errors.of(name), value: shown }
  if (kind === 'select') return select({ ...common, items: [{ value: '', text: '' }, ...options] })
  if (kind === 'long') return textarea({ ...common, rows: 4 })
  if (kind === 'number') return input({ ...common, classes: 'govuk-input--width-10', inputmode: 'decimal' })
  if (kind === 'yes_no')
    return checkboxes({
      name,
      errorMessage: errors.of(name),
      items: [{ value: 'yes', text, ...(hint && { hint }), checked: shown === 'yes' }],
    })
  if (kind !== 'date') return input({ ...common, classes: 'govuk-!-width-two-thirds' })
  const parts = dateFieldsFrom(sent, name)
  const isTyped = Object.values(parts).some(part => part !== undefined)
  const known = value === '' ? undefined : Temporal.PlainDate.from(value)
  return dateFields({
    name,
    legend: text,
    hint: field.hint,
    value: isTyped ? parts : known,
    error: errors.of(name),
  })
}
