import { type Html, html, nothing } from '#ui'

/** What someone typed, printed so that it can be copied: for pages that could not take it. Hidden fields are left out. */
export function typedFields(sent: Readonly<Record<string, unknown>>): Html {
  const rows = Object.entries(sent).filter(([name, value]) => !name.startsWith('_') && isText(value))
  if (rows.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What you typed</h2>
<p class="govuk-body">It has not been saved. Copy what you need before you leave this page.</p>
<dl class="govuk-summary-list">
  ${rows.map(
    ([name, value]) => html`<div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">${words(name)}</dt>
    <dd class="govuk-summary-list__value kith-typed">${[value].flat().map(text => html`<p class="govuk-body">${String(text)}</p>`)}</dd>
  </div>`,
  )}
</dl>`
}

const isText = (value: unknown): boolean =>
  [value].flat().some(item => typeof item === 'string' && item.trim() !== '')

const words = (name: string): string => {
  const spaced = name
    .replace(/[_-]+/g, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
