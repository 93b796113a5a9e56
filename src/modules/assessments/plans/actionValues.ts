import { dayValues, type FormValues, ownerValue, type PlanAction, typedOf } from '#modules/casework'
import { dateFields, dateFieldsFrom, type FieldErrors, type Html, html, textarea } from '#ui'

/** The fields of an action that a stale form shows twice. */
export const actionLabels = {
  what: 'What is to be done',
  result: 'What came of it',
  ownerName: 'Name of somebody else',
}

/** A standing action as its form shows it. */
export const actionValues = (action: PlanAction): FormValues => ({
  what: action.what,
  owner: ownerValue(action.owner),
  ownerName: action.owner.kind === 'name' ? action.owner.name : '',
  ...dayValues('due', action.dueOn),
  ...dayValues('done', action.doneOn),
  result: action.result ?? '',
})

/** When it was done, and what came of it. */
export const doneFields = (values: FormValues, errors: FieldErrors, version: number): Html =>
  html`<input type="hidden" name="version" value="${version}">
<h2 class="govuk-heading-m">When it is done</h2>
${dateFields({ name: 'done', legend: 'Done on (optional)', value: dateFieldsFrom(values, 'done'), error: errors.of('done') })}
${textarea({
  name: 'result',
  rows: 2,
  label: { text: 'What came of it?', classes: 'govuk-label--s' },
  value: typedOf(values, 'result'),
  errorMessage: errors.of('result'),
})}`
