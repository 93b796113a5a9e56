import { draftBanner, draftConflict, draftFields, draftPath } from '#platform/drafts'
import { formFields } from '#platform/http'
import {
  button,
  draftStatus,
  errorsAbove,
  type Html,
  html,
  input,
  insetText,
  nothing,
  summaryList,
  textarea,
} from '#ui'
import type { PostalAddress } from '../../letters/postalAddress.ts'
import type { Letter } from '../../letters/readLetters.ts'
import { letterTemplate } from '../../letters/templates.ts'
import { copiedWordsHtml } from '../frame/copyFaultsHtml.ts'
import { afterWords } from './afterWords.ts'
import type { LetterView } from './letterView.ts'
import { mayWriteWords } from './letterVisit.ts'
import { statusTag } from './statusTag.ts'

/** A letter: who it goes to, how it stands, its words, and what can be done with it. */
export function letterPage(view: LetterView): Html {
  const { letter, errors } = view
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">${letterTemplate(letter.template)?.name ?? 'Letter'} ${statusTag(letter.status)}</h1>
${conflictOf(view)}
${whoFor(view)}
${letter.body.copied === undefined ? nothing : insetText({ text: `Words of another child’s record stand in it: ${letter.body.copied.reason}` })}
${afterWords(view)}
${isOpen(letter) && mayWriteWords(view.part, letter, view.me) ? wordsForm(view) : readOnly(letter)}`
}

const isOpen = ({ status }: Letter): boolean => status !== 'sent' && status !== 'stopped'

function conflictOf({ conflict, words }: LetterView): Html {
  if (conflict === undefined) return nothing
  return draftConflict({
    between: 'record',
    differences: [
      { label: 'About', yours: words.subject, other: conflict.subject },
      { label: 'Letter', yours: words.text, other: conflict.text },
      { label: 'Enclosed', yours: words.enclosed ?? '', other: conflict.enclosed ?? '' },
    ],
  })
}

function whoFor({ letter, aboutNames, address, contacts }: LetterView): Html {
  const safe = contacts.map(
    ({ kind, value, isSafe, safeTimes }) =>
      html`<li>${kind === 'email' ? 'Email' : 'Telephone'} ${value}: ${isSafe ? 'safe' : html`<strong>not safe without asking</strong>`}${safeTimes ? `, ${safeTimes}` : ''}</li>`,
  )
  return summaryList({
    rows: [
      { key: { text: 'To' }, value: { text: letter.body.recipientName } },
      {
        key: { text: 'Who this is to the child' },
        value: { html: html`<strong>${letter.recipient.relation}</strong>` },
      },
      { key: { text: 'About' }, value: { text: aboutNames.join(', ') } },
      { key: { text: 'Address' }, value: { html: addressWords(letter, address) } },
      ...(safe.length > 0
        ? [{ key: { text: 'Ways of contact' }, value: { html: html`<ul class="govuk-list">${safe}</ul>` } }]
        : []),
    ],
  })
}

function addressWords({ status, body }: Letter, now: PostalAddress): Html {
  const at = status === 'sent' && body.address !== null ? { outcome: 'known' as const, ...body.address } : now
  if (at.outcome === 'withheld') return html`<strong>Kept back from you</strong>`
  if (at.outcome === 'unknown') return html`Not recorded`
  const lines = [...at.lines.split('\n'), ...(at.postcode ? [at.postcode] : [])].join(', ')
  return at.isConfidential
    ? html`${lines} <strong>Confidential: this letter tells it to nobody but the recipient</strong>`
    : html`${lines}`
}

function readOnly({ body }: Letter): Html {
  return html`<h2 class="govuk-heading-m">${body.subject}</h2>
<div class="kith-typed">${body.text.split('\n').map(line => html`<p class="govuk-body">${line}</p>`)}</div>
${body.enclosed === null ? nothing : html`<h3 class="govuk-heading-s">Enclosed</h3>${body.enclosed.split('\n').map(line => html`<p class="govuk-body">${line}</p>`)}`}`
}

function wordsForm(view: LetterView): Html {
  const { letter, words, errors, path, keys, draft, offered, now } = view
  const of = { form: 'letter', recordKey: letter.id }
  return html`<h2 class="govuk-heading-m">The letter</h2>
${offered === null ? nothing : draftBanner(offered, { keys, now, continuePath: `${path}?draft=open`, afterDiscard: path })}
${letter.status === 'ready' || letter.status === 'held' ? insetText({ text: 'Other words are another letter: it will be looked through again.' }) : nothing}
<form method="post" action="${path}" novalidate data-keep-on-failure data-draft-url="${draftPath(of.form, of.recordKey)}">
  ${formFields(keys)}
  ${draftFields({ ...of, page: path, draft, baseVersion: String(letter.version) })}
  <input type="hidden" name="version" value="${letter.version}">
  ${input({ name: 'subject', label: { text: 'About', classes: 'govuk-label--s' }, value: words.subject, errorMessage: errors.of('subject') })}
  ${textarea({
    name: 'text',
    label: { text: 'Letter', classes: 'govuk-label--s' },
    hint: { text: 'Fill in or take out what stands in [brackets].' },
    rows: 22,
    value: words.text,
    errorMessage: errors.of('text'),
  })}
  ${textarea({
    name: 'enclosed',
    label: { text: 'Text to enclose (optional)', classes: 'govuk-label--s' },
    hint: { text: 'Printed on a page of its own, and looked through like the letter.' },
    rows: 3,
    value: words.enclosed ?? '',
    errorMessage: errors.of('enclosed'),
  })}
  ${copiedWordsHtml({ copied: view.copied ?? [] }, errors, view.copiedReason)}
  <div class="govuk-button-group">
    ${
      view.part === 'decides'
        ? button({ text: 'Make it ready', name: 'step', value: 'ready', preventDoubleClick: true })
        : button({
            text: 'Ask the worker to make it ready',
            name: 'step',
            value: 'ask',
            preventDoubleClick: true,
          })
    }
    ${button({ text: 'Save for later', name: 'step', value: 'save', classes: 'govuk-button--secondary', preventDoubleClick: true })}
    <a class="govuk-link" href="${path}/print">See it as it would be printed (PDF)</a>
  </div>
  ${draftStatus(draft?.savedAt)}
</form>`
}
