import {
  type CopyContent,
  type CopyPart,
  type CopyPlanLine,
  pictureSvg,
  pictureWords,
} from '#modules/child-protection'
import type { FormKeys } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { details, errorsAbove, type FieldErrors, type Html, html, nothing, raw } from '#ui'
import type { ReadsAs } from '../../../keys/sessions.ts'
import { type DraftedForm, draftedFormHtml } from '../../draftedForm.ts'
import type { SaidOfCopy } from '../../queries/readAnswers.ts'
import { dayWords, londonDay, saidWords } from '../../words/portalWords.ts'
import { lineFields, wholeFields } from './answerFields.ts'

export type CopyView = {
  readonly id: Uuid
  readonly content: CopyContent
  readonly said: readonly SaidOfCopy[]
  readonly readsAs: ReadsAs
  readonly form: DraftedForm
  readonly keys: FormKeys
  readonly errors: FieldErrors
}

/** One copy, part by part with its number, and what its reader thinks of each part beside it. */
export function copyPage(view: CopyView): Html {
  const { content, form, readsAs } = view
  return html`${errorsAbove(view.errors)}<h1 class="govuk-heading-l">${content.title}</h1>
${meetingLine(content)}
${content.planLines.length > 0 ? html`<p class="govuk-body"><a class="govuk-link" href="/copies/${view.id}/plan">See what was agreed on one page</a></p>` : nothing}
${saidHtml(view.said)}
${draftedFormHtml(
  form,
  view.keys,
  html`${content.parts.map(part => html`${partHtml(part, content)}${lineFields(part.number, `part ${part.number}`, form.values)}<hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible">`)}
${content.planLines.length > 0 ? html`<h2 class="govuk-heading-m">What was agreed</h2>` : nothing}
${content.planLines.map(line => html`${lineHtml(line)}${lineFields(line.number, `line ${line.number}`, form.values)}<hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible">`)}
<div id="answer">${wholeFields(content, readsAs, form.values)}</div>`,
  'Send what I think',
)}
${keepHtml(view.id)}
${ringHtml(content)}`
}

/** A file to keep, with what keeping it on a telephone may tell somebody else. */
export const keepHtml = (id: Uuid): Html => html`<h2 class="govuk-heading-m">Keep it</h2>
<p class="govuk-body"><a class="govuk-link" href="/copies/${id}/keep" download>Keep it as a file (PDF)</a></p>
<p class="govuk-body"><a class="govuk-link" href="/copies/${id}/keep?size=large" download>Keep it in large letters (PDF)</a></p>
<p class="govuk-body">The file stays on this phone or computer when you sign out. Keep it only if nobody else looks there.</p>`

function meetingLine({ meeting }: CopyContent): Html {
  if (meeting === null) return nothing
  const at = Temporal.Instant.from(meeting.at)
  return html`<p class="govuk-body">This is for your meeting on ${dayWords(londonDay(at))}. You can say what you think of each part, or only of some. Nothing is sent until you press “Send what I think”.</p>`
}

/** A part as it was given: translated text first where there is one, the original beside it. */
function partHtml(part: CopyPart, { lang, style }: CopyContent): Html {
  const { translation } = part
  const words = html`<div class="govuk-body kith-portal-words">${part.words}</div>`
  return html`<h2 class="govuk-heading-m" id="part-${part.number}">${part.number}. ${translation === null ? part.heading : html`<span lang="${lang}">${translation.heading}</span>`}</h2>
${translation === null ? nothing : html`<div class="govuk-body kith-portal-words" lang="${lang}">${translation.words}</div><h3 class="govuk-heading-s">${part.heading}</h3>`}
${pairsHtml(part)}
${style === 'easy_read' && part.pairs.length > 0 ? details({ summaryText: 'Read all the words', html: words }) : words}
${part.source === null ? nothing : html`<p class="govuk-body-s govuk-hint">${part.source}</p>`}`
}

/** Short sentences, each beside its picture. */
const pairsHtml = ({ pairs }: CopyPart): Html =>
  pairs.length === 0
    ? nothing
    : html`<ul class="govuk-list kith-portal-pairs">${pairs.map(
        ({ words, picture }) =>
          html`<li class="kith-portal-pair">${raw(pictureSvg(picture, 64))}<span class="govuk-!-font-size-24"><span class="govuk-visually-hidden">${pictureWords[picture]}: </span>${words}</span></li>`,
      )}</ul>`

const lineHtml = (line: CopyPlanLine): Html =>
  html`<h3 class="govuk-heading-s" id="line-of-plan-${line.number}">${line.number}. ${line.what}</h3>
<p class="govuk-body">${line.who}, ${byWhen(line)}.</p>`

export const byWhen = ({ byWhen }: CopyPlanLine): string =>
  byWhen === null ? 'all the time' : `by ${dayWords(Temporal.PlainDate.from(byWhen))}`

/** What was said already, word for word. */
function saidHtml(said: readonly SaidOfCopy[]): Html {
  if (said.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What you have said</h2>
<ul class="govuk-list govuk-list--spaced">${said.map(
    one =>
      html`<li>${one.part === null ? nothing : html`Number ${one.part}: `}<strong>${saidWords[one.kind] ?? one.kind}</strong>${one.words === null ? nothing : html`<div class="kith-portal-words">${one.words}</div>`}<span class="govuk-hint"> ${dayWords(londonDay(one.at))}</span></li>`,
  )}</ul>
<p class="govuk-body">You can say more below. What you said before stays as it is.</p>`
}

/** Whom to ring. */
export function ringHtml({ whoToRing }: CopyContent): Html {
  if (whoToRing === null) return nothing
  return html`<h2 class="govuk-heading-m">Whom to ring</h2>
<p class="govuk-body">${whoToRing.name}, ${whoToRing.role}${whoToRing.telephone === null ? nothing : html`: <a class="govuk-link" href="tel:${whoToRing.telephone.replace(/[^+\d]/g, '')}">${whoToRing.telephone}</a>`}</p>`
}
