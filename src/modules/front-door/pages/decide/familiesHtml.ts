import { type FieldErrors, type Html, html, nothing, radios } from '#ui'
import type { NamedFamily } from '../../queries/familiesNamed.ts'
import { APART } from '../../rules/familyChoice.ts'

/** Children of the contact who stand in several families: the decider says whether that is right. */
export function familiesHtml(
  families: readonly NamedFamily[],
  sent: Readonly<Record<string, unknown>>,
  errors: FieldErrors,
): Html {
  if (families.length < 2) return nothing
  const chosen = sent['families']
  const lines = families.map(
    ({ id, reference, names }) =>
      html`<li>${names.join(', ')}: <a class="govuk-link" href="/families/${id}">family ${reference}</a></li>`,
  )
  return html`<div class="govuk-inset-text"><p class="govuk-body">The children of this contact stand in ${families.length} families in the record:</p>
<ul class="govuk-list govuk-list--bullet">${lines}</ul></div>
${radios({
  name: 'families',
  fieldset: { legend: { text: 'Are they one family?', classes: 'govuk-fieldset__legend--s' } },
  hint: { text: 'Whoever works with a family sees all of its children' },
  errorMessage: errors.of('families'),
  value: typeof chosen === 'string' ? chosen : undefined,
  items: [
    {
      value: APART,
      text: 'No: keep them apart',
      hint: { text: 'Adults are related to the children of their own family alone' },
    },
    ...families.map(({ id, reference, names }) => ({
      value: id,
      text: `Yes: bring everyone into family ${reference}`,
      hint: { text: `Of ${names.join(', ')}. Places in the other families stay until somebody ends them` },
    })),
  ],
})}`
}
