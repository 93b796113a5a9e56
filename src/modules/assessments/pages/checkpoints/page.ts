import { formatDate, type Html, html, radios, select, textarea } from '#ui'
import type { Checkpoint, PlannedCheckpoint } from '../../queries/jointCheckpoints.ts'
import { checkpointDecisions, checkpointWords } from '../../rules/checkpointWords.ts'
import { textOf } from '../frame/formValues.ts'
import type { FormState } from '../frame/openedForm.ts'

/** Checkpoints held, and the form of the next one. */
export function checkpointsPage(view: {
  readonly held: readonly Checkpoint[]
  readonly next: readonly PlannedCheckpoint[]
  readonly state: FormState
}): Html {
  const { values, errors } = view.state
  return html`${heldCheckpoints(view.held)}
${select({
  name: 'day',
  label: { text: 'Which checkpoint?', classes: 'govuk-label--s' },
  items: view.next.map(({ atDay, dueOn }) => ({
    value: String(atDay),
    text: `Working day ${atDay}, ${formatDate(dueOn)}`,
  })),
  value: textOf(values, 'day'),
  errorMessage: errors.of('day'),
})}
${radios({
  name: 'decision',
  fieldset: { legend: { text: 'What do you decide?', classes: 'govuk-fieldset__legend--s' } },
  items: checkpointDecisions.map(decision => ({ value: decision, text: checkpointWords[decision] })),
  value: textOf(values, 'decision'),
  errorMessage: errors.of('decision'),
})}
${textarea({
  name: 'remark',
  rows: 4,
  label: { text: 'What you looked at, and what should happen next', classes: 'govuk-label--s' },
  value: textOf(values, 'remark'),
  errorMessage: errors.of('remark'),
})}`
}

/** What managers decided so far. */
export function heldCheckpoints(held: readonly Checkpoint[]): Html {
  if (held.length === 0) return html`<p class="govuk-body">None held yet.</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${held.map(
    ({ atDay, heldOn, decision, remark, heldBy }) =>
      html`<li>Day ${atDay}, held ${formatDate(heldOn)}${heldBy ? ` by ${heldBy}` : ''}: ${checkpointWords[decision]}. ${remark}</li>`,
  )}</ul>`
}
