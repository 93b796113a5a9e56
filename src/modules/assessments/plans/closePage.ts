import { type Barred, type FormValues, ticksOf, typedOf } from '#modules/casework'
import { codesOf, codeWords } from '#reference'
import {
  dateFields,
  dateFieldsFrom,
  type FieldErrors,
  type Html,
  html,
  nothing,
  radios,
  select,
  textarea,
} from '#ui'
import { endReasons, endReasonWords } from './closures.ts'
import type { PlanView } from './planView.ts'
import { childTicks } from './pullForm.ts'

/** What must be finished first, for each child, with where. */
export function barsList(view: PlanView, bars: readonly Barred[]): Html {
  if (bars.length === 0) return nothing
  const nameOf = (id: string) =>
    view.planned.find(child => child.id === id)?.displayName ?? 'A child of the family'
  return html`<div class="govuk-inset-text" role="region" aria-label="What is to be finished first">
<p class="govuk-body">This cannot be handed in yet for everybody:</p>
<ul class="govuk-list govuk-list--bullet">${bars.map(bar => html`<li>${nameOf(bar.personId)}: ${bar.sentence} <a class="govuk-link" href="${bar.href}">See it<span class="govuk-visually-hidden">: ${bar.sentence}</span></a></li>`)}</ul>
</div>`
}

/** What a manager needs to decide the end of a plan. */
export function closeFields(view: PlanView, values: FormValues, errors: FieldErrors): Html {
  const area = (name: string, label: string, hint: string) =>
    textarea({
      name,
      rows: 3,
      label: { text: label, classes: 'govuk-label--s' },
      hint: { text: hint },
      value: typedOf(values, name),
      errorMessage: errors.of(name),
    })
  return html`${childTicks(view, ticksOf(values, 'child'), errors)}
${radios({
  name: 'why',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Why does the plan end?', classes: 'govuk-fieldset__legend--s' } },
  items: endReasons.map(value => ({ value, text: endReasonWords[value] })),
  value: typedOf(values, 'why'),
  errorMessage: errors.of('why'),
})}
${dateFields({ name: 'ends', legend: 'Last day of the plan', value: dateFieldsFrom(values, 'ends'), error: errors.of('ends') })}
${area('achieved', 'What was achieved?', 'For the family to read')}
${area('next', 'What happens next?', 'Who goes on helping, and with what')}
${area('turnsTo', 'Whom does the family turn to from now on?', 'A name and how to reach them')}
${radios({
  name: 'case',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Does the case close too?', classes: 'govuk-fieldset__legend--s' } },
  hint: {
    text: 'Closing it ends the episode in the census, the case holding, the tasks and the time limits',
  },
  items: [
    { value: 'closes', text: 'Yes, the case closes' },
    { value: 'open', text: 'No, it stays open' },
  ],
  value: typedOf(values, 'case'),
  errorMessage: errors.of('case'),
})}
${select({
  name: 'reason',
  label: { text: 'If it closes, the reason for the census', classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'Choose' },
    ...codesOf('closureReason').map(code => ({ value: code, text: codeWords('closureReason', code) })),
  ],
  value: typedOf(values, 'reason'),
  errorMessage: errors.of('reason'),
})}
${area('remark', 'Anything for the manager? (optional)', 'Not part of the plan')}`
}
