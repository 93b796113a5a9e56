import { type FormKeys, formFields } from '#platform/http'
import { button, details, formatDateTime, type Html, html, nothing, textarea, warningText } from '#ui'
import { needsTwo } from '../commands/copies.ts'
import type { CopyAnswer, CopyEvent } from '../queries/eventsAndAnswers.ts'
import type { Copy } from '../queries/readCopies.ts'
import { isLate, type LatestShare } from '../rules/latestShare.ts'
import { eventKinds, eventWords, ways, wayWords } from '../rules/ways.ts'
import { answerLine } from './answerWords.ts'
import { copyHtml } from './copyHtml.ts'
import { type Around, aboveMeeting } from './frame.ts'
import { latestWords } from './latestWords.ts'
import { copyStatus } from './paperPage.ts'
import { findingList } from './previewRoutes.ts'

export type CopyView = {
  readonly copy: Copy
  readonly around: Around
  readonly isWalled: boolean
  readonly isMine: boolean
  /** Its reader has no parental responsibility for every child in it, and nobody has said yet why they are given it. */
  readonly needsDecision: boolean
  readonly events: readonly CopyEvent[]
  readonly answers: readonly CopyAnswer[]
  readonly latest: LatestShare | null
  readonly now: Temporal.Instant
  readonly form: FormKeys
  readonly error?: string
}

export function copyPage(view: CopyView): Html {
  const { copy, around, error } = view
  const { isLine, maySend } = around
  return html`${error === undefined ? nothing : html`<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">There is a problem</h2><div class="govuk-error-summary__body"><p>${error}</p></div></div></div>`}
<h1 class="govuk-heading-l">Copy for ${copy.name}</h1>${aboveMeeting(around)}
<p class="govuk-body"><strong>${copyStatus(copy).replace(/^./, letter => letter.toUpperCase())}</strong>${copy.endedBecause ? `: ${copy.endedBecause}` : ''}${isLine ? html` · <a class="govuk-link" href="/papers/${copy.paperId}">The paper</a>` : nothing}</p>
${copy.lateBecause ? warningText({ text: `Shared late: ${copy.lateBecause}`, iconFallbackText: 'Warning' }) : nothing}
${isLine && copy.status === 'composed' ? approveForm(view) : nothing}
${maySend && copy.status === 'approved' ? html`${latestWords(view.latest, today(view))}${giveForm(view)}` : nothing}
${['approved', 'released'].includes(copy.status) ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="/copies/${copy.id}/pack.pdf" download>Print for ${copy.name} (PDF)</a></p>` : nothing}
${copy.status === 'released' ? becameOf(view) : nothing}
${copyHtml(copy.content, 'h2')}
${isLine && ['composed', 'approved', 'released'].includes(copy.status) ? endForm(view) : nothing}`
}

const today = ({ now }: CopyView) => now.toZonedDateTimeISO('Europe/London').toPlainDate()
const versioned = ({ copy, form }: CopyView): Html =>
  html`${formFields(form)}<input type="hidden" name="version" value="${copy.version}">`

function approveForm(view: CopyView): Html {
  const { copy, isWalled, isMine } = view
  const two = needsTwo({ ...copy, isWalled })
  return html`<section class="kith-no-print"><h2 class="govuk-heading-m">Approve</h2>
${isWalled ? warningText({ text: 'A wall stands before this person. Two people approve what they are given.', iconFallbackText: 'Warning' }) : nothing}
${findingList(copy.findings)}
${copy.findingsAnswer ? html`<p class="govuk-body">Answered: ${copy.findingsAnswer}</p>` : nothing}
${
  isMine
    ? html`<p class="govuk-body">You have approved it. ${two ? 'Somebody else who writes these children’s record approves it too.' : ''}</p>`
    : html`<form method="post" action="/copies/${copy.id}/approve" novalidate>${versioned(view)}
${copy.findings.length > 0 && !copy.findingsAnswer ? textarea({ name: 'answer', id: 'answer', rows: 2, label: { text: 'Why does it go although the checks met this?', classes: 'govuk-label--s' } }) : nothing}
${view.needsDecision ? textarea({ name: 'because', id: 'because', rows: 2, label: { text: 'They have no parental responsibility for every child in it. Why are they given it?', classes: 'govuk-label--s' } }) : nothing}
${copy.recipientId === null ? nothing : html`<div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="portal" name="portal" type="checkbox" value="yes"><label class="govuk-label govuk-checkboxes__label" for="portal">May be shown in the family portal</label></div></div>`}
${button({ text: two && copy.approvedBy.length === 0 ? 'Approve, as the first of two' : 'Approve', preventDoubleClick: true })}</form>`
}</section>`
}

/** One click: how it was given. */
export function giveForm(
  view: Pick<CopyView, 'copy' | 'form' | 'latest' | 'now'>,
  next: 'send' | 'copy' = 'copy',
): Html {
  const { copy } = view
  const offered = ways.filter(way => (way === 'portal' ? copy.inPortal : way !== 'meeting'))
  const late = isLate(view.latest, view.now)
  return html`<form method="post" action="/copies/${copy.id}/give" class="kith-no-print" novalidate>${formFields(view.form)}<input type="hidden" name="version" value="${copy.version}"><input type="hidden" name="next" value="${next}">
${late ? textarea({ name: 'late', id: `late-${copy.id}`, rows: 1, label: { text: `Why is ${copy.name}’s copy late?`, classes: 'govuk-label--s' } }) : nothing}
<div class="govuk-button-group">${offered.map(way => button({ html: html`${wayWords[way]}<span class="govuk-visually-hidden"> to ${copy.name}</span>`, name: 'way', value: way, classes: 'govuk-button--secondary' }))}</div></form>`
}

function becameOf(view: CopyView): Html {
  const { copy, events, answers, around } = view
  return html`<h2 class="govuk-heading-m">What became of it</h2>
<ul class="govuk-list">${events.map(({ kind, way, at, remark, isByRecipient, notedBy }) => html`<li><strong>${eventWords[kind]}</strong>, ${wayWords[way].toLowerCase()}, ${formatDateTime(at)}${isByRecipient ? ', by themself' : notedBy ? `, noted by ${notedBy}` : ''}${remark ? html`: ${remark}` : nothing}</li>`)}</ul>
${answers.length > 0 ? html`<h3 class="govuk-heading-s">What ${copy.name} says</h3><ul class="govuk-list">${answers.map(answerLine)}</ul>` : html`<p class="govuk-body">No answer yet.</p>`}
${around.maySend ? html`<p class="kith-no-print">${button({ text: 'Write down their answer', href: `/copies/${copy.id}/answers`, classes: 'govuk-button--secondary' })}</p>${logForm(view)}` : nothing}`
}

function logForm(view: CopyView): Html {
  const choose = (name: string, label: string, items: readonly (readonly [string, string])[]) =>
    html`<div class="govuk-form-group"><label class="govuk-label govuk-label--s" for="${name}">${label}</label><select class="govuk-select" id="${name}" name="${name}">${items.map(([value, words]) => html`<option value="${value}">${words}</option>`)}</select></div>`
  return html`<div class="kith-no-print">${details({
    summaryText: 'Write down what happened to it',
    html: html`<form method="post" action="/copies/${view.copy.id}/log" novalidate>${formFields(view.form)}${choose(
      'kind',
      'What happened?',
      eventKinds.map(one => [one, eventWords[one]]),
    )}${choose(
      'way',
      'How?',
      ways.map(one => [one, wayWords[one]]),
    )}${textarea({ name: 'remark', id: 'remark', rows: 2, label: { text: 'Remark (optional)', classes: 'govuk-label--s' } })}${button({ text: 'Write down', classes: 'govuk-button--secondary' })}</form>`,
  })}</div>`
}

function endForm(view: CopyView): Html {
  const isGiven = view.copy.status === 'released'
  return html`<div class="kith-no-print">${details({
    summaryText: isGiven ? 'Take this copy back' : 'Refuse this copy',
    html: html`<form method="post" action="/copies/${view.copy.id}/${isGiven ? 'withdraw' : 'refuse'}" novalidate>${versioned(view)}${textarea({ name: 'why', id: 'why', rows: 2, label: { text: 'Why?', classes: 'govuk-label--s' } })}${button({ text: isGiven ? 'Take it back' : 'Refuse it', classes: 'govuk-button--warning' })}</form>`,
  })}</div>`
}
