import { type Html, html, nothing } from '#ui'

/** One field in both versions. */
export interface DraftDifference {
  readonly label: string
  /** As typed in the draft that is open here. */
  readonly yours: string
  /** As it stands in the record, or in the other tab's draft. */
  readonly other: string
}

/** Which two texts are compared. */
export interface DraftConflict {
  /** What happened: the record changed since typing began, or another tab saved its own text. */
  readonly between: 'record' | 'tabs'
  readonly differences: readonly DraftDifference[]
}

const words = {
  record: { title: 'The record changed after you began', other: 'The record now' },
  tabs: { title: 'This draft was changed in another tab', other: 'In the other tab' },
} as const

/** Shows both texts of each field that differs, so that nothing is lost and its author decides. Nothing when all agree. */
export function draftConflict(params: DraftConflict): Html {
  const differing = params.differences.filter(({ yours, other }) => yours !== other)
  if (differing.length === 0) return nothing
  const { title, other } = words[params.between]
  return html`<div class="govuk-inset-text kith-draft-conflict" role="region" aria-label="${title}">
  <h2 class="govuk-heading-m">${title}</h2>
  <p class="govuk-body">Nothing of yours is lost. Compare the two, put what should stand into the form, then save.</p>
  ${differing.map(
    difference => html`<h3 class="govuk-heading-s">${difference.label}</h3>
  <dl class="govuk-summary-list">
    ${row('Yours', difference.yours)}
    ${row(other, difference.other)}
  </dl>`,
  )}
</div>`
}

const row = (key: string, text: string): Html => html`<div class="govuk-summary-list__row">
      <dt class="govuk-summary-list__key">${key}</dt>
      <dd class="govuk-summary-list__value kith-typed">${text === '' ? 'Nothing' : text}</dd>
    </div>`

/** Whether the record has changed since a draft was begun; a form without versions never says so. */
export function recordChanged(draft: { readonly baseVersion: string | null }, version: string): boolean {
  return draft.baseVersion !== null && draft.baseVersion !== version
}
