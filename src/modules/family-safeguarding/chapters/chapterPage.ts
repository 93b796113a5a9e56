import { button, formatDate, formatDateTime, type Html, html, nothing } from '#ui'
import { familyPath } from '../frame/familyParams.ts'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import { workWords } from '../rules/words.ts'
import { type ChapterState, chapterCode } from './chapter.ts'
import type { ChapterEntry } from './chapterEntries.ts'
import { monthCode, monthWords } from './month.ts'
import type { Summary } from './summaries.ts'

export type ChapterView = {
  readonly open: OpenFamily
  readonly state: ChapterState
  readonly month: Temporal.PlainDate
  readonly today: Temporal.PlainDate
  readonly entries: readonly ChapterEntry[]
  readonly summaries: readonly Summary[]
  readonly isMine: boolean
}

export function chapterPage(view: ChapterView): Html {
  const { open, state, month, entries, summaries, isMine } = view
  const summary = summaries.find(one => one.month.equals(month))
  const path = familyPath(open.family.id, `/chapters/${chapterCode(state)}`)
  return html`<span class="govuk-caption-l">${state.workerNames.join(', ') || 'Nobody now'}</span><h1 class="govuk-heading-l">${workWords(state)}: ${monthWords(month)}</h1>
${months(path, view)}
<h2 class="govuk-heading-m">Summary</h2>
${summary === undefined ? html`<p class="govuk-body">None is shared for this month.</p>` : html`<p class="govuk-body-s govuk-hint">${summary.authorName}, shared ${formatDate(summary.sharedOn)}</p><p class="govuk-body kith-prose">${summary.words}</p>`}
${isMine ? html`<div class="kith-no-print">${button({ text: summary === undefined ? 'Write the summary' : 'Change the summary', href: `${path}/summary?month=${monthCode(month)}` })}</div>` : nothing}
<h2 class="govuk-heading-m">What was written</h2>
${state.isWhole ? nothing : html`<p class="govuk-body">The social worker’s notes are in the children’s record, which is not yours to read. What the team needs of them is in the summary.</p>`}
${entries.length === 0 ? html`<p class="govuk-body">Nothing in this month${state.isWhole ? '' : ' that you may read'}.</p>` : entries.map(entry => entryHtml(open, entry))}`
}

function months(path: string, { month, today }: ChapterView): Html {
  const before = month.subtract({ months: 1 })
  const after = month.add({ months: 1 })
  const link = (to: Temporal.PlainDate): Html =>
    html`<a class="govuk-link" href="${path}?month=${monthCode(to)}">${monthWords(to)}</a>`
  return html`<p class="govuk-body kith-no-print">${link(before)}${Temporal.PlainDate.compare(after, today) <= 0 ? html` · ${link(after)}` : nothing}</p>`
}

/** One entry, with what people said in their own words. */
export const entryHtml = (open: OpenFamily, { at, what, author, words, voices }: ChapterEntry): Html =>
  html`<article class="govuk-!-margin-bottom-5"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${formatDateTime(at)}: ${what.toLowerCase()}</h3>
<p class="govuk-body-s govuk-hint govuk-!-margin-bottom-1">${author}</p><p class="govuk-body kith-prose">${words}</p>
${voices.map(voice => html`<p class="govuk-body">${nameOf(open, voice.personId)}: “${voice.words}”</p>`)}</article>`
