import { formatDate, type Html, html, nothing } from '#ui'
import { type DocumentPart, documentOf } from '../../document/documentOf.ts'
import type { WholeAssessment } from '../../queries/readWhole.ts'
import { workspaceHead } from './head.ts'

/** The whole assessment to read: authorised, or its reader does not write in it. */
export function closedPage(whole: WholeAssessment, today: Temporal.PlainDate): Html {
  const path = `/assessments/${whole.joint.id}`
  const [first] = whole.joint.children
  const authorised = first?.authorisedOn
    ? html`<p class="govuk-body">Authorised on ${formatDate(first.authorisedOn)}. It does not change any more: what is learnt later belongs in a new assessment.</p>`
    : nothing
  return html`${workspaceHead(whole, today)}
${authorised}
<p class="govuk-body kith-no-print">
  <a class="govuk-link" href="${path}/copies">Copies for the family</a> ·
  <a class="govuk-link" href="${path}/versions">Compare versions</a> ·
  <a class="govuk-link" href="${path}/print">Print for the file (PDF)</a>
</p>
${documentHtml(documentOf(whole))}`
}

/** A document as headings and what is said under them. */
export function documentHtml(parts: readonly DocumentPart[]): Html {
  return html`${parts.map(
    ({ heading, said }) => html`<h2 class="govuk-heading-m">${heading}</h2>
${said.length === 0 ? html`<p class="govuk-body">Nothing recorded.</p>` : nothing}
${said.map(
  ({
    label,
    text,
  }) => html`${label === null ? nothing : html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${label}</h3>`}
<p class="govuk-body kith-typed">${text ?? 'Nothing recorded'}</p>`,
)}`,
  )}`
}
