import { type Html, html, nothing, textarea } from '#ui'
import type { Joint } from '../../queries/readJoint.ts'
import type { Missing } from '../../rules/missingFrom.ts'
import { textOf } from '../frame/formValues.ts'
import type { FormState } from '../frame/openedForm.ts'

/** What is needed, what would be better, and the word to the manager. */
export function checkPage(view: {
  readonly joint: Joint
  readonly missing: readonly Missing[]
  readonly state: FormState
}): Html {
  const { joint, missing, state } = view
  const of = (weight: Missing['weight']) => missing.filter(one => one.weight === weight)
  const needed = of('needed')
  const error = state.errors.of('hand-in')
  return html`<div id="hand-in">
${error ? html`<p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${error.text}</p>` : nothing}
<h2 class="govuk-heading-m">The law or the census needs</h2>
${needed.length === 0 ? html`<p class="govuk-body">Nothing more: it may be handed in.</p>` : list(joint, needed)}
<h2 class="govuk-heading-m">Worth a look</h2>
${of('advice').length === 0 ? html`<p class="govuk-body">Nothing.</p>` : list(joint, of('advice'))}
</div>
${
  joint.status === 'submitted'
    ? html`<p class="govuk-body">It is handed in already.</p>`
    : textarea({
        name: 'remark',
        rows: 3,
        label: { text: 'To the manager (optional)', classes: 'govuk-label--s' },
        value: textOf(state.values, 'remark'),
        errorMessage: state.errors.of('remark'),
      })
}`
}

const list = (joint: Joint, missing: readonly Missing[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${missing.map(
    ({ text, part }) =>
      html`<li><a class="govuk-link" href="/assessments/${joint.id}${part}">${text}</a></li>`,
  )}</ul>`
