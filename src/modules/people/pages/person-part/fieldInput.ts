import { checkboxes, dateFields, type ErrorMessage, type Html, input, radios, select, textarea } from '#ui'
import type { Field } from '../../parts/index.ts'
import { type Shown, typedDate } from './shownValues.ts'

const label = (field: Field) => ({ text: field.label, classes: 'govuk-label--s' })
const hint = (field: Field) => (field.hint === undefined ? undefined : { text: field.hint })

/** One question of a part's form with what is recorded or was typed. */
export function fieldInput(field: Field, shown: Shown, errorMessage: ErrorMessage | undefined): Html {
  const { name } = field
  const common = { id: name, name, label: label(field), hint: hint(field), errorMessage }
  switch (field.kind) {
    case 'text':
      return input({ ...common, value: shown[name] })
    case 'textarea':
      return textarea({ ...common, value: shown[name], rows: 4 })
    case 'select':
      return select({
        ...common,
        value: shown[name],
        items: [{ value: '', text: 'Choose' }, ...(field.options ?? [])],
      })
    case 'check':
      return checkboxes({
        name,
        idPrefix: name,
        errorMessage,
        items: [{ value: 'yes', text: field.label, hint: hint(field), checked: shown[name] === 'yes' }],
      })
    case 'yes_no_unknown':
      return yesNoUnknown(field, shown[name], errorMessage)
    default:
      return dateFields({
        name,
        legend: field.label,
        hint: field.hint,
        value: typedDate(shown, name),
        error: errorMessage,
      })
  }
}

function yesNoUnknown(field: Field, value: string | undefined, errorMessage: ErrorMessage | undefined): Html {
  return radios({
    name: field.name,
    idPrefix: field.name,
    classes: 'govuk-radios--inline',
    fieldset: { legend: { text: field.label, classes: 'govuk-fieldset__legend--s' } },
    hint: hint(field),
    errorMessage,
    value: value ?? '',
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
      { value: 'unknown', text: 'Not known', checked: value !== 'yes' && value !== 'no' },
    ],
  })
}
