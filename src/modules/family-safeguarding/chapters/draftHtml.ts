import { type Html, html, nothing } from '#ui'
import type { DraftPart, DraftSection } from './draft.ts'

/** A composed draft as headings with what was written under them. */
export const draftHtml = (parts: readonly DraftPart[]): Html =>
  html`${parts.map(
    ({ heading, sections }) => html`<h2 class="govuk-heading-m">${heading}</h2>${sections.map(sectionHtml)}`,
  )}`

function sectionHtml({ heading, facts, pieces, none }: DraftSection): Html {
  const isEmpty = pieces.length === 0 && none !== ''
  return html`<h3 class="govuk-heading-s">${heading}</h3>
${facts.map(fact => html`<p class="govuk-body">${fact}</p>`)}
${isEmpty ? html`<p class="govuk-body">${none}</p>` : nothing}
${pieces.map(
  ({ from, words }) =>
    html`<p class="govuk-body-s govuk-hint govuk-!-margin-bottom-1">${from}</p><p class="govuk-body kith-prose">${words}</p>`,
)}`
}
