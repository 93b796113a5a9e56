import type { Uuid } from '#platform/ids'
import { formatDate, formatDateTime, type Html, html, nothing, plural } from '#ui'
import type { Medical } from '../../queries/medicalsOf.ts'
import {
  childAgreesWords,
  consentWords,
  medicalKindWords,
  medicalOutcomeWords,
  wordsFor,
} from '../../rules/enquiryWords.ts'

/** Medicals with their consent, findings and report. */
export function medicalList(medicals: readonly Medical[], path: string, mayAddFindings: boolean): Html {
  if (medicals.length === 0) return html`<p class="govuk-body">No medical is recorded.</p>`
  return html`<ul class="govuk-list govuk-list--bullet">${medicals.map(medical => {
    const words = [
      `asked for ${formatDate(medical.askedOn)}`,
      medical.consent
        ? `consent: ${wordsFor(consentWords, medical.consent).toLowerCase()}${medical.consentBy ? ` (${medical.consentBy})` : ''}`
        : '',
      medical.childAgrees
        ? `the child agrees: ${wordsFor(childAgreesWords, medical.childAgrees).toLowerCase()}`
        : '',
      medical.doctorName ?? '',
      medical.heldAt ? `held ${formatDateTime(medical.heldAt)}` : '',
      wordsFor(medicalOutcomeWords, medical.outcome).toLowerCase(),
    ]
    return html`<li><strong>${wordsFor(medicalKindWords, medical.kind)}</strong>: ${words.filter(Boolean).join('; ')}.${
      medical.findings ? html`<br><span class="kith-typed">${medical.findings}</span>` : nothing
    }${medical.documentTitle ? html`<br>Report kept: ${medical.documentTitle}` : nothing}${
      mayAddFindings
        ? html`<br><a class="govuk-link kith-no-print" href="${path}/medicals/${medical.id}">Say more of this medical<span class="govuk-visually-hidden"> asked for ${formatDate(medical.askedOn)}</span></a>`
        : nothing
    }</li>`
  })}</ul>`
}

/** How many marks stand in the child's body map. */
export const bodyMapLine = (personId: Uuid, marks: number, mayWrite: boolean): Html =>
  html`<p class="govuk-body"><a class="govuk-link" href="/people/${personId}/body-map">Body map: ${plural(marks, 'mark')}</a>${
    mayWrite
      ? html` · <a class="govuk-link kith-no-print" href="/people/${personId}/body-map/new">Record a mark</a>`
      : nothing
  }</p>`
