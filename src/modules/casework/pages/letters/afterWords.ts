import { formFields } from '#platform/http'
import {
  button,
  details,
  formatDate,
  type Html,
  html,
  insetText,
  nothing,
  radios,
  textarea,
  warningText,
} from '#ui'
import type { Hit } from '../../letters/letterBody.ts'
import { sendingWays } from '../../letters/sendLetter.ts'
import type { LetterView } from './letterView.ts'
import { mayWriteWords } from './letterVisit.ts'

/** What can be done with a letter as it stands: release, send, stop, begin anew. */
export function afterWords(view: LetterView): Html {
  const { letter, part } = view
  switch (letter.status) {
    case 'draft':
      return mayWriteWords(part, letter, view.me) ? stopForm(view) : nothing
    case 'held':
      if (part === 'sends') return insetText({ text: HELD_FOR_OTHERS })
      return html`${heldWords(view)}${part === 'decides' ? html`${releaseForm(view)}${stopForm(view)}` : nothing}`
    case 'ready':
      return html`${part === 'reads' ? nothing : sendForm(view)}${part === 'decides' ? stopForm(view) : nothing}`
    case 'sent':
      return insetText({
        html: html`Sent ${letter.sentOn ? formatDate(letter.sentOn) : ''}. <a class="govuk-link" href="${view.path.replace(/\/letters\/.*/, '')}/documents/${letter.documentId}">The letter as it went</a>`,
      })
    case 'stopped':
      return html`${insetText({ text: `Stopped: ${letter.stoppedReason ?? ''}` })}${part === 'decides' ? againForm(view) : nothing}`
  }
}

const HELD_FOR_OTHERS =
  'Held: it must be looked at before it goes. The workers and managers who hold the record have been told.'

const HIT_WORDS: Readonly<Record<Hit['kind'], string>> = {
  address: 'a protected address, or a part of one',
  postcode: 'the postcode of a protected address',
  telephone: 'a telephone number marked unsafe',
  email: 'an email address marked unsafe',
}

function heldWords({ letter, hitNames }: LetterView): Html {
  const hits = letter.held?.hits ?? []
  return html`${warningText({ text: 'Held: the letter would tell what must be kept from others.', iconFallbackText: 'Warning' })}
<ul class="govuk-list govuk-list--bullet">${hits.map(({ kind, personId }) => {
    const name = personId === null ? undefined : hitNames.get(personId)
    return html`<li>It holds ${HIT_WORDS[kind]}, of ${name ?? 'somebody whose details are kept back from you'}</li>`
  })}</ul>
<p class="govuk-body">Change the words below, or have two people release it as it is. ${letter.releasedBy.length === 1 ? 'One person has released it.' : nothing}</p>`
}

function releaseForm(view: LetterView): Html {
  const { letter, keys, hash, errors, me } = view
  if (letter.releasedBy.includes(me))
    return html`<p class="govuk-body">You have released it. A second person must release it too.</p>`
  return details({
    summaryText: 'Release it as it is',
    open: errors.of('release_reason') !== undefined,
    html: html`<form method="post" action="${view.path}/release" novalidate data-keep-on-failure>
  ${formFields(keys)}<input type="hidden" name="hash" value="${hash}">
  <p class="govuk-body"><a class="govuk-link" href="${view.path}/print">Read it as it would be printed (PDF)</a> first. You release that print and no other.</p>
  ${textarea({ name: 'release_reason', label: { text: 'Why may the recipient read this?' }, rows: 2, errorMessage: errors.of('release_reason') })}
  ${button({ text: 'Release it', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`,
  })
}

function sendForm({ letter, path, keys, errors }: LetterView): Html {
  return html`<form method="post" action="${path}/send" novalidate>
  ${formFields(keys)}<input type="hidden" name="version" value="${letter.version}">
  ${radios({
    name: 'how',
    idPrefix: 'how',
    classes: 'govuk-radios--inline govuk-radios--small',
    fieldset: {
      legend: {
        text: `Send it to ${letter.body.recipientName}, ${letter.recipient.relation}`,
        classes: 'govuk-fieldset__legend--m',
      },
    },
    items: Object.entries(sendingWays).map(([value, text]) => ({ value, text })),
    value: 'post',
    errorMessage: errors.of('how'),
  })}
  ${button({ text: 'Send', preventDoubleClick: true })}
</form>`
}

function stopForm({ path, keys, errors }: LetterView): Html {
  return details({
    summaryText: 'Stop this letter',
    open: errors.of('stop_reason') !== undefined,
    html: html`<form method="post" action="${path}/stop" novalidate data-keep-on-failure>
  ${formFields(keys)}
  ${textarea({ name: 'stop_reason', label: { text: 'Why is it stopped?' }, rows: 2, errorMessage: errors.of('stop_reason') })}
  ${button({ text: 'Stop it', classes: 'govuk-button--warning', preventDoubleClick: true })}
</form>`,
  })
}

const againForm = ({
  path,
  keys,
  errors,
}: LetterView): Html => html`<form method="post" action="${path}/again" novalidate id="again">
  ${formFields(keys)}
  ${errors.of('again') ? html`<p class="govuk-error-message">${errors.of('again')?.text}</p>` : nothing}
  ${button({ text: 'Write it again to where they are reached now', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
