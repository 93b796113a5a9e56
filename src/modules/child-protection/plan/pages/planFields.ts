import {
  type Fields,
  type FormValues,
  lineField,
  type NewAction,
  type OwnerChoice,
  parseOwner,
  SOMEBODY_ELSE,
  textField,
  typedOf,
} from '#modules/casework'
import { parseUuid, type Uuid } from '#platform/ids'
import { dateFields, dateFieldsFrom, type FieldErrors, type Html, html, select } from '#ui'

/** A day. */
export const dayField = (name: string, legend: string, values: FormValues, errors: FieldErrors): Html =>
  dateFields({ name, legend, value: dateFieldsFrom(values, name), error: errors.of(name) })

/** What should be different, how things are now, and what will change. */
export const outcomeFields = (values: FormValues, errors: FieldErrors): Html =>
  html`${textField('outcome', 'What should be different?', { values, errors }, 'In words that the child and parents would use. For example, Sam sleeps through the night', 2)}
${textField('baseline', 'How are things now?', { values, errors }, undefined, 2)}
${textField('change', 'What will change for the child?', { values, errors }, undefined, 2)}`

/** Who does what by when. */
export const actionFields = (
  values: FormValues,
  errors: FieldErrors,
  choices: readonly OwnerChoice[],
): Html =>
  html`${lineField('what', 'What is to be done?', { values, errors })}
${select({
  name: 'owner',
  label: { text: 'Who does it?', classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'Choose' },
    ...choices,
    { value: SOMEBODY_ELSE, text: 'Somebody else: write the name below' },
  ],
  value: typedOf(values, 'owner'),
  errorMessage: errors.of('owner'),
})}
${lineField('ownerName', 'Name of somebody else', { values, errors })}
${dayField('due', 'By when?', values, errors)}`

const LONGEST_LINE = 500
const LONGEST_TEXT = 4_000

/** The words of an outcome; in a protection plan with how things are now and what will change. */
export function parseOutcome(fields: Fields) {
  const outcome = fields.text('outcome', LONGEST_LINE, 'Enter what should be different')
  const baseline = fields.text('baseline', LONGEST_TEXT, 'Enter how things are now')
  const whatWillChange = fields.text('change', LONGEST_TEXT, 'Enter what will change for the child')
  return outcome && baseline && whatWillChange ? { outcome, baseline, whatWillChange } : null
}

/** Whether anything of an action or outcome was typed. */
export const isTyped = (fields: Fields, names: readonly string[]): boolean =>
  names.some(name => fields.typed(name).trim() !== '')
export const actionNames = ['what', 'owner', 'ownerName', 'due-day', 'due-month', 'due-year']
export const outcomeNames = ['outcome', 'baseline', 'change']

/** An action as sent; null with the problems at its fields. */
export function parseAction(fields: Fields, choices: readonly OwnerChoice[]): NewAction | null {
  const what = fields.text('what', LONGEST_LINE, 'Enter what is to be done')
  const chosen = fields.typed('owner')
  const owner = parseOwner(chosen, fields.text('ownerName', 200) ?? '', choices)
  if (owner === null) {
    if (chosen === SOMEBODY_ELSE) fields.problem('ownerName', 'Enter the name of whoever does it')
    else fields.problem('owner', 'Select who does it')
  }
  const dueOn = fields.date('due', 'Date', 'Enter by when')
  return what && owner && dueOn ? { what, owner, dueOn } : null
}

/** Those of the family whom a form offers, for the audit. */
export const peopleIn = (values: readonly string[]): readonly Uuid[] =>
  values.flatMap(value => {
    const id = value.startsWith('person:') ? parseUuid(value.slice('person:'.length)) : null
    return id === null ? [] : [id]
  })

/** The same, of those who could own an action. */
export const familyIn = (choices: readonly OwnerChoice[]): readonly Uuid[] =>
  peopleIn(choices.map(({ value }) => value))
