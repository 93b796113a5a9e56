import type { FormKeys } from '#platform/http'
import { formFields } from '#platform/http'
import {
  button,
  details,
  formatDate,
  formatDateTime,
  type Html,
  html,
  nothing,
  tag,
  textarea,
  warningText,
} from '#ui'
import type { Copy } from '../queries/readCopies.ts'
import type { PaperPart } from '../rules/paper.ts'
import { readability } from '../rules/readability.ts'
import { paperKinds, partSources } from '../rules/words.ts'
import { type AroundPaper, aboveMeeting } from './frame.ts'
import { audienceWords } from './partFields.ts'
import { readabilityHtml } from './readabilityHtml.ts'

/** What the page of a paper shows. */
export type PaperView = {
  readonly around: AroundPaper
  readonly parts: readonly PaperPart[]
  readonly copies: readonly Copy[]
  readonly undecided: number
  readonly pullable: readonly { readonly name: string; readonly label: string; readonly count: number }[]
  readonly form: FormKeys
  readonly error?: string
}

export function paperPage(view: PaperView): Html {
  const { around, parts } = view
  const { paper, mayWrite, isLine } = around
  const path = `/papers/${paper.id}`
  return html`<h1 class="govuk-heading-l">${paperKinds[paper.kind]}</h1>${aboveMeeting(around)}
<p class="govuk-body">${statusWords(around)}</p>
${paper.replacesId ? html`<p class="govuk-body">Corrects <a class="govuk-link" href="/papers/${paper.replacesId}">an earlier one</a>: ${paper.correctionReason}</p>` : nothing}
${fileWords(view)}
${mayWrite ? html`<p class="kith-no-print">${button({ text: 'Write a part', href: `${path}/parts/new` })}</p>${pullForm(view)}${isLine && paper.documentId === null ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${path}/document">Take in a file</a></p>` : nothing}` : nothing}
${parts.length === 0 ? html`<p class="govuk-body">No part has been written yet.</p>` : parts.map(part => partHtml(part, view))}
${
  mayWrite && parts.length > 0
    ? readabilityHtml(
        readability(
          parts
            .filter(({ dataClass }) => dataClass === 'B3')
            .map(({ words }) => words)
            .join('\n'),
        ),
      )
    : nothing
}
${mayWrite && parts.length > 0 ? oneButton(view, 'finish', 'Finish this paper', 'A finished paper is never changed: a correction is another one.') : nothing}
${
  isLine && parts.length > 0
    ? html`<h2 class="govuk-heading-m">Who is given what</h2><p class="govuk-body">${view.undecided === 0 ? 'Every part is decided for everybody.' : `${view.undecided} decisions are open: what is not decided is not shown.`}</p>
<p class="kith-no-print">${button({ text: 'Decide who sees what', href: `${path}/decide`, classes: paper.status === 'finished' ? '' : 'govuk-button--secondary' })}</p>${copyList(view)}`
    : nothing
}
${around.mayCorrect ? correctForm(view) : nothing}`
}

function statusWords({ paper }: AroundPaper): string {
  if (paper.status === 'draft') return `Draft${paper.madeByName ? `, begun by ${paper.madeByName}` : ''}`
  const finished = paper.finishedAt
    ? ` ${formatDateTime(paper.finishedAt)}${paper.finishedBy ? ` by ${paper.finishedBy}` : ''}`
    : ''
  if (paper.status === 'replaced') return `Replaced by a correction. Finished${finished}`
  return `Finished${finished}`
}

function partHtml(part: PaperPart, { around }: PaperView): Html {
  const about = around.children.filter(({ id }) => part.personIds.includes(id)).map(({ name }) => name)
  const marks = [
    partSources[part.source] + (part.sourceWords ? `: ${part.sourceWords}` : ''),
    ...(about.length > 0 ? [`About ${about.join(', ')}`] : []),
    ...(part.offeredTo.length > 0
      ? [`Offered to ${part.offeredTo.map(one => audienceWords[one].toLowerCase()).join(', ')}`]
      : []),
  ]
  const edit = `/papers/${part.paperId}/parts/${part.id}`
  return html`<h2 class="govuk-heading-m govuk-!-margin-bottom-1">${part.heading} ${part.isThirdParty ? tag({ text: 'Third party', classes: 'govuk-tag--yellow' }) : nothing} ${part.dataClass === 'C3' ? tag({ text: 'Safety: in no copy', classes: 'govuk-tag--red' }) : nothing}</h2>
<p class="govuk-body govuk-hint govuk-!-margin-bottom-1">${marks.join('. ')}</p>
<p class="govuk-body kith-typed">${part.words}</p>
${part.line ? html`<p class="govuk-body"><strong>${part.line.who}</strong>${part.line.byWhen ? `, by ${formatDate(part.line.byWhen)}` : ''}</p>` : nothing}
${around.mayWrite ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${edit}">Change<span class="govuk-visually-hidden"> ${part.heading}</span></a> · <a class="govuk-link" href="${edit}/remove">Take out<span class="govuk-visually-hidden"> ${part.heading}</span></a></p>` : nothing}
${around.isLine && part.dataClass === 'B3' ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${edit}/translation">Translation<span class="govuk-visually-hidden"> of ${part.heading}</span></a></p>` : nothing}`
}

function pullForm({ around, pullable, form }: PaperView): Html {
  if (pullable.length === 0) return nothing
  return html`<div class="kith-no-print">${details({
    summaryText: 'Take in what is written already',
    open: true,
    html: html`${pullable.map(({ name, label, count }) => html`<form method="post" action="/papers/${around.paper.id}/pull">${formFields(form)}<input type="hidden" name="from" value="${name}">${button({ text: `Take in ${label} (${count} parts)`, classes: 'govuk-button--secondary govuk-!-margin-bottom-2', preventDoubleClick: true })}</form>`)}`,
  })}</div>`
}

const oneButton = ({ around, form, error }: PaperView, act: string, words: string, remark: string): Html =>
  html`<form method="post" action="/papers/${around.paper.id}/${act}" class="kith-no-print">${formFields(form)}<input type="hidden" name="version" value="${around.paper.version}">${error ? warningText({ text: error, iconFallbackText: 'Warning' }) : nothing}<p class="govuk-body">${remark}</p>${button({ text: words, preventDoubleClick: true })}</form>`

const copyWords: Readonly<Record<Copy['status'], string>> = {
  composed: 'waits for approval',
  approved: 'approved, not given yet',
  released: 'given',
  refused: 'refused',
  withdrawn: 'taken back',
  replaced: 'replaced',
}

export const copyStatus = (copy: Copy): string =>
  copy.status === 'composed' && copy.approvedBy.length > 0
    ? 'waits for a second person'
    : copyWords[copy.status]

const copyList = ({ copies }: PaperView): Html =>
  copies.length === 0
    ? nothing
    : html`<ul class="govuk-list">${copies.map(copy => html`<li><a class="govuk-link" href="/copies/${copy.id}">Copy for ${copy.name}</a>: ${copyStatus(copy)}${copy.findings.length > 0 ? html` ${tag({ text: 'Checks met something', classes: 'govuk-tag--red' })}` : nothing}</li>`)}</ul>`

function fileWords({ around, form }: PaperView): Html {
  const { paper, mayWrite } = around
  const path = `/papers/${paper.id}/file`
  const needsReader = paper.unread !== null && paper.readThroughBy === null
  const needsDecision = paper.hiddenWords !== null && paper.hiddenDecision === null
  return html`${paper.unread === null ? nothing : html`<p class="govuk-body">Not all of its file could be read by machine. ${paper.readThroughBy === null ? 'Somebody has to read it and say so.' : `${paper.readThroughBy} says that they read it.`}</p>`}
${needsReader && mayWrite ? html`<form method="post" action="${path}" class="kith-no-print">${formFields(form)}<input type="hidden" name="version" value="${paper.version}"><input type="hidden" name="act" value="read">${button({ text: 'I have read all of this file', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>` : nothing}
${paper.hiddenWords === null ? nothing : html`${warningText({ text: `This file holds text that its pages do not show${paper.hiddenDecision === 'taken_in' ? '. It was taken in as a part' : paper.hiddenDecision === 'left_out' ? '. It was left out' : ': decide what becomes of it'}`, iconFallbackText: 'Warning' })}<p class="govuk-body kith-typed">${paper.hiddenWords}</p>`}
${needsDecision && mayWrite ? html`<form method="post" action="${path}" class="kith-no-print">${formFields(form)}<input type="hidden" name="version" value="${paper.version}"><div class="govuk-button-group">${button({ text: 'Leave it out', name: 'act', value: 'left_out', classes: 'govuk-button--secondary' })}${button({ text: 'Take it in as a part', name: 'act', value: 'taken_in', classes: 'govuk-button--secondary' })}</div></form>` : nothing}`
}

const correctForm = ({ around, form, error }: PaperView): Html =>
  html`<div class="kith-no-print">${details({
    summaryText: 'Something in it is wrong',
    open: error !== undefined,
    html: html`<form method="post" action="/papers/${around.paper.id}/correct" novalidate>${formFields(form)}${textarea({ name: 'reason', rows: 2, label: { text: 'What is corrected?', classes: 'govuk-label--s' }, hint: { text: 'Those who have a copy are told this. Both are kept.' }, ...(error === undefined ? {} : { errorMessage: { text: error } }) })}${button({ text: 'Write a correction', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`,
  })}</div>`
