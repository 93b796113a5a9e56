import type { FormValues } from '#modules/casework'
import {
  type Fields,
  type Owner,
  type OwnerChoice,
  parseOwner,
  SOMEBODY_ELSE,
  typedOf,
} from '#modules/casework'
import { dateFields, dateFieldsFrom, type FieldErrors, type Html, html, input, select, textarea } from '#ui'

export const LONGEST_LINE = 500
export const LONGEST_TEXT = 4_000

/** What should change: the words of an outcome. */
export function outcomeFields(values: FormValues, errors: FieldErrors): Html {
  return html`${textarea({
    name: 'outcome',
    rows: 2,
    label: { text: 'What should be different?', classes: 'govuk-label--s' },
    hint: {
      text: 'In words that the child and parents would use. For example, Sam sleeps through the night',
    },
    value: typedOf(values, 'outcome'),
    errorMessage: errors.of('outcome'),
  })}
${textarea({
  name: 'baseline',
  rows: 2,
  label: { text: 'How are things now? (optional)', classes: 'govuk-label--s' },
  value: typedOf(values, 'baseline'),
  errorMessage: errors.of('baseline'),
})}
${textarea({
  name: 'change',
  rows: 2,
  label: { text: 'What will change for the child? (optional)', classes: 'govuk-label--s' },
  value: typedOf(values, 'change'),
  errorMessage: errors.of('change'),
})}`
}

export function parseOutcome(fields: Fields) {
  return {
    outcome: fields.text('outcome', LONGEST_LINE, 'Enter what should be different'),
    baseline: fields.text('baseline', LONGEST_TEXT),
    whatWillChange: fields.text('change', LONGEST_TEXT),
  }
}

/** Who does what by when. */
export function actionFields(
  values: FormValues,
  errors: FieldErrors,
  choices: readonly OwnerChoice[],
  isOptional: boolean,
): Html {
  return html`${input({
    name: 'what',
    label: { text: `What is to be done?${isOptional ? ' (optional)' : ''}`, classes: 'govuk-label--s' },
    value: typedOf(values, 'what'),
    errorMessage: errors.of('what'),
  })}
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
${input({
  name: 'ownerName',
  label: { text: 'Name of somebody else', classes: 'govuk-label--s' },
  hint: { text: 'For example, a grandmother’s friend or a football coach' },
  value: typedOf(values, 'ownerName'),
  errorMessage: errors.of('ownerName'),
})}
${dateFields({
  name: 'due',
  legend: 'By when?',
  value: dateFieldsFrom(values, 'due'),
  error: errors.of('due'),
})}`
}

/** An action as sent; null with the problems at its fields. */
export function parseAction(
  fields: Fields,
  choices: readonly OwnerChoice[],
): { readonly what: string; readonly owner: Owner; readonly dueOn: Temporal.PlainDate } | null {
  const what = fields.text('what', LONGEST_LINE, 'Enter what is to be done')
  const chosen = fields.typed('owner')
  const name = fields.text('ownerName', 200) ?? ''
  const owner = parseOwner(chosen, name, choices)
  if (owner === null)
    fields.problem(
      chosen === SOMEBODY_ELSE ? 'ownerName' : 'owner',
      chosen === SOMEBODY_ELSE ? 'Enter the name of whoever does it' : 'Select who does it',
    )
  const dueOn = fields.date('due', 'Date', 'Enter by when')
  return what !== null && owner !== null && dueOn !== null ? { what, owner, dueOn } : null
}

export const outcomeOrder = [
  'child',
  'outcome',
  'baseline',
  'change',
  'status',
  'reason',
  'what',
  'owner',
  'ownerName',
  'due',
  'done',
  'result',
]
export const outcomeTargets = { due: 'due-day', done: 'done-day' }
