import type { FormKeys } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { codesOf, codeWords } from '#reference'
import { checkboxes, errorsAbove, type Html, html, nothing, select, textarea } from '#ui'
import type { FamilyChild } from '../../queries/familyChildren.ts'
import type { Barred } from '../../registry/closureBar.ts'
import { type LongForm, longFormHtml, ticksOf, typedOf } from '../frame/longForm.ts'

/** What the form that closes a case shows. */
export type CloseCasePage = {
  readonly personId: Uuid
  /** Children of the family whose open cases the reader directs. */
  readonly children: readonly FamilyChild[]
  readonly bars: readonly Barred[]
  readonly form: LongForm
  readonly keys: FormKeys
  readonly now: Temporal.Instant
}

export function closeCasePage(page: CloseCasePage): Html {
  const { personId, form, keys, now } = page
  return html`${errorsAbove(form.errors)}
<h1 class="govuk-heading-l">Close the case</h1>
${barsList(page)}
<p class="govuk-body">This ends the episode in the census, the case holding, the tasks and the time limits. The record stays, and a new referral opens it again.</p>
${longFormHtml(form, {
  keys,
  now,
  submit: 'Close the case',
  isWarning: true,
  cancel: `/people/${personId}`,
  cancelWords: 'Leave it open',
  fields: html`${whose(page)}${reasons(form)}`,
})}`
}

function barsList({ bars, children }: CloseCasePage): Html {
  if (bars.length === 0) return nothing
  const nameOf = (id: Uuid) => children.find(child => child.id === id)?.displayName ?? 'A child of the family'
  return html`<div class="govuk-inset-text" role="region" aria-label="What is to be finished first">
<p class="govuk-body">To be finished first:</p>
<ul class="govuk-list govuk-list--bullet">${bars.map(bar => html`<li>${nameOf(bar.personId)}: ${bar.sentence} <a class="govuk-link" href="${bar.href}">See it<span class="govuk-visually-hidden">: ${bar.sentence}</span></a></li>`)}</ul>
</div>`
}

function whose({ children, form: { values, errors } }: CloseCasePage): Html {
  return checkboxes({
    name: 'child',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'Whose case closes?', classes: 'govuk-fieldset__legend--s' } },
    items: children.map(({ id, displayName }) => ({ value: id, text: displayName })),
    values: ticksOf(values, 'child'),
    errorMessage: errors.of('child'),
  })
}

const reasons = ({ values, errors }: LongForm): Html => html`${select({
  name: 'reason',
  label: { text: 'Reason, for the census', classes: 'govuk-label--s' },
  items: [
    { value: '', text: 'Choose' },
    ...codesOf('closureReason').map(code => ({ value: code, text: codeWords('closureReason', code) })),
  ],
  value: typedOf(values, 'reason'),
  errorMessage: errors.of('reason'),
})}
${textarea({
  name: 'why',
  rows: 4,
  label: { text: 'Why does it close, and whom does the family turn to?', classes: 'govuk-label--s' },
  hint: { text: 'Kept as management oversight of each child' },
  value: typedOf(values, 'why'),
  errorMessage: errors.of('why'),
})}`
