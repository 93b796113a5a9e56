import { formFields } from '#platform/http'
import { button, checkboxes, details, formatDateTime, type Html, html, nothing, summaryList } from '#ui'
import type { DocumentPart } from '../../documents/documentParts.ts'
import { unreadWords } from '../../documents/heldPart.ts'
import { audiences, sourceKinds } from '../../documents/words.ts'
import { Fields } from '../frame/fields.ts'
import { type DocumentView, pathOf } from './documentView.ts'
import { heldItem, isWaiting } from './heldItem.ts'

/** One part of a document: whose it is, who may be shown it, and the form that decides. */
export function partItem(view: DocumentView, part: DocumentPart): Html {
  const { mayWrite, document, errors } = view
  const source = `${sourceKinds[part.sourceKind]}${part.sourceName ? ` (${part.sourceName})` : ''}`
  const message = errors.of(`part-${part.id}`)
  return html`<h3 class="govuk-heading-s" id="part-${part.id}">${part.label}${part.pages ? `, pages ${part.pages}` : ''}</h3>
${summaryList({
  rows: [
    { key: { text: 'Source' }, value: { text: source } },
    {
      key: { text: 'Somebody else’s' },
      value: { text: part.isThirdParty ? 'Yes: about or from somebody else' : 'No' },
    },
    { key: { text: 'May be shown to' }, value: { text: shownTo(part) } },
  ],
})}
${message ? html`<p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${message.text}</p>` : nothing}
${isWaiting(part) ? heldItem(view, part) : nothing}
${mayWrite && document.withdrawnAt === null ? decisionForm(view, part) : nothing}`
}

function shownTo(part: DocumentPart): string {
  if (part.decidedAt === null) return 'Nobody (not decided)'
  const whom = part.mayBeShownTo.map(audience => audiences[audience]).join(', ') || 'Nobody'
  const read =
    part.readThroughAt === null ? '' : `; read through by a person, ${formatDateTime(part.readThroughAt)}`
  return `${whom}, decided ${formatDateTime(part.decidedAt)}${read}`
}

function decisionForm(view: DocumentView, part: DocumentPart): Html {
  const mustRead = view.mustRead?.partId === part.id ? view.mustRead.unread : null
  const typed = new Fields(view.sent)
  const ticked = Object.keys(audiences).filter(one => typed.isTicked('shown_to', one))
  return details({
    summaryText: `Decide who may be shown: ${part.label}`,
    open: mustRead !== null,
    html: html`<form method="post" action="${pathOf(view)}/parts/${part.id}" novalidate>
  ${formFields(view.keys)}<input type="hidden" name="version" value="${part.version}">
  ${checkboxes({
    name: 'shown_to',
    idPrefix: `shown-${part.id}`,
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'May be shown to' } },
    items: Object.entries(audiences).map(([value, text]) => ({ value, text })),
    values: mustRead === null ? [...part.mayBeShownTo] : ticked,
  })}
  ${
    mustRead === null
      ? nothing
      : checkboxes({
          name: 'read_through',
          idPrefix: `read-through-${part.id}`,
          fieldset: { legend: { text: `Kith cannot read all of this file: ${unreadWords[mustRead]}` } },
          hint: {
            text: 'Open it and look for addresses, telephone numbers, schools and pictures that tell where somebody is who must not be found.',
          },
          items: [{ value: 'yes', text: 'I have read all of it, and it gives nobody away' }],
        })
  }
  ${button({ text: 'Save the decision', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`,
  })
}
