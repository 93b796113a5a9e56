import { formFields } from '#platform/http'
import { button, type Html, html, nothing, textarea, warningText } from '#ui'
import type { DocumentPart } from '../../documents/documentParts.ts'
import type { PartHit } from '../../documents/heldPart.ts'
import { audiences } from '../../documents/words.ts'
import { Fields } from '../frame/fields.ts'
import { type DocumentView, pathOf } from './documentView.ts'

const kinds: Readonly<Record<PartHit['kind'], string>> = {
  address: 'A protected address',
  postcode: 'The postcode of a protected address',
  telephone: 'A telephone number that is not safe',
  email: 'An e-mail address that is not safe',
}

/** Whether a part waits for two people. */
export const isWaiting = (part: DocumentPart): boolean => part.held !== null && part.releasedBy.length < 2

/** Why a part is held, who has released it, and the form by which each of two people does. */
export function heldItem(view: DocumentView, part: DocumentPart): Html {
  const { hitNames, mayWrite, document, me } = view
  const whom = part.wantedFor.map(audience => audiences[audience].toLowerCase()).join(', ')
  const isMine = part.releasedBy.includes(me)
  return html`${warningText({ text: `Held: wanted for ${whom}, and the file tells what is protected. Two people must say that it may be shown all the same.`, iconFallbackText: 'Warning' })}
<ul class="govuk-list govuk-list--bullet">${part.held?.hits.map(
    ({ kind, personId }) =>
      html`<li>${kinds[kind]} of ${(personId && hitNames.get(personId)) ?? 'somebody whom you may not know of'}</li>`,
  )}</ul>
<p class="govuk-body">Or ask for a copy without it, add that copy, and withdraw this file.</p>
${part.releasedBy.length === 1 ? html`<p class="govuk-body">One person has released it${isMine ? ': you. Ask a second' : ''}.</p>` : nothing}
${mayWrite && document.withdrawnAt === null && !isMine ? releaseForm(view, part) : nothing}`
}

function releaseForm(view: DocumentView, part: DocumentPart): Html {
  const { errors, sent } = view
  const isThis = errors.of(`release-${part.id}`) !== undefined
  return html`<form method="post" action="${pathOf(view)}/parts/${part.id}/release" novalidate data-keep-on-failure>
  ${formFields(view.keys)}<input type="hidden" name="version" value="${part.version}">
  ${textarea({
    name: 'release_reason',
    id: `release-${part.id}`,
    label: { text: 'Why may it be shown all the same?', classes: 'govuk-label--s' },
    rows: 2,
    value: isThis ? new Fields(sent).typed('release_reason') : '',
    errorMessage: errors.of(`release-${part.id}`),
  })}
  ${button({ text: 'Release this part', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`
}
