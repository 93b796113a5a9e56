import { type FormValues, type ReviewDecision, typedOf } from '#modules/casework'
import {
  dateFields,
  dateFieldsFrom,
  type FieldErrors,
  fieldset,
  type Html,
  html,
  input,
  radios,
  textarea,
} from '#ui'
import type { PlannedChild } from './planView.ts'

export const decisions = ['continue', 'step_up', 'step_down', 'close'] as const
export const decisionWords: Readonly<Record<ReviewDecision, string>> = {
  continue: 'The plan goes on',
  step_up: 'Step up: ask for a strategy discussion',
  step_down: 'Step down to early help',
  close: 'Close the plan',
}

/** Names of one child's fields. */
export const fieldsOf = (childId: string) => ({
  progress: `progress-${childId}`,
  view: `view-${childId}`,
  noView: `noView-${childId}`,
  decision: `decision-${childId}`,
  why: `why-${childId}`,
})

/** What concerns all the children: who came, what the parents say, when it is held next. */
export function commonFields(values: FormValues, errors: FieldErrors): Html {
  return html`${dateFields({ name: 'held', legend: 'When was it held?', value: dateFieldsFrom(values, 'held'), error: errors.of('held') })}
${input({ name: 'attended', label: { text: 'Who came, and who sent words? (optional)', classes: 'govuk-label--s' }, value: typedOf(values, 'attended'), errorMessage: errors.of('attended') })}
${area('parentView', 'What do the parents or carers say?', values, errors)}
${area('noParentView', 'If they have not said anything, why not?', values, errors)}`
}

/** What is said of one child. */
export function childFields(
  child: PlannedChild,
  isOne: boolean,
  values: FormValues,
  errors: FieldErrors,
): Html {
  const names = fieldsOf(child.id)
  return fieldset({
    legend: { text: isOne ? 'How it goes' : child.displayName, classes: 'govuk-fieldset__legend--m' },
    html: html`${area(names.progress, 'What has changed since the last review?', values, errors)}
${area(names.view, 'What does the child say, in the child’s words?', values, errors)}
${area(names.noView, 'If the child has not been asked, why not?', values, errors)}
${radios({
  name: names.decision,
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'What was decided?', classes: 'govuk-fieldset__legend--s' } },
  items: decisions.map(decision => ({ value: decision, text: decisionWords[decision] })),
  value: typedOf(values, names.decision),
  errorMessage: errors.of(names.decision),
})}
${area(names.why, 'Why? (asked unless the plan goes on)', values, errors)}`,
  })
}

const area = (name: string, label: string, values: FormValues, errors: FieldErrors): Html =>
  textarea({
    name,
    rows: 2,
    label: { text: label, classes: 'govuk-label--s' },
    value: typedOf(values, name),
    errorMessage: errors.of(name),
  })
