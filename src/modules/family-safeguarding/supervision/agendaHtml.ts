import { formatDate, type Html, html, nothing, plural } from '#ui'
import { entryHtml } from '../chapters/chapterPage.ts'
import { nameOf, type OpenFamily } from '../frame/openFamily.ts'
import { needWord, workWords } from '../rules/words.ts'
import type { Agenda } from './agenda.ts'
import { answerWords } from './saidOfPlans.ts'

/** The agenda as the workbook makes it: nothing of it was typed for the meeting. */
export function agendaHtml(open: OpenFamily, agenda: Agenda): Html {
  return html`<section aria-labelledby="agenda"><h2 class="govuk-heading-m" id="agenda">Agenda</h2>
<p class="govuk-body">${agenda.last === null ? `The first group supervision. From ${formatDate(agenda.since)}, when the workbook was opened.` : `Since the last, on ${formatDate(agenda.since)}.`}</p>
${list(
  'Chapters that are silent',
  agenda.silent.map(
    chapter => html`${workWords(chapter)}: ${chapter.workerNames.join(', ') || 'nobody now'}`,
  ),
)}
${list(
  'Tasks from earlier that nobody has checked',
  agenda.tasks.map(
    ({ task, ownerName, dueOn }) =>
      html`${task}: ${ownerName ?? ''}${dueOn === null ? '' : `, by ${formatDate(dueOn)}`}`,
  ),
)}
${list(
  'Actions of plans that are past their day',
  agenda.overdue.map(one => html`${nameOf(open, one.personId)}: ${one.what}, by ${formatDate(one.dueOn)}`),
)}
${list(
  'In the family’s own words',
  agenda.voices.map(
    voice => html`${nameOf(open, voice.personId)}, ${formatDate(voice.on)}: “${voice.words}”`,
  ),
)}
${list(
  'What they said of the plan when it was shared',
  agenda.saidOfPlans.map(
    said =>
      html`${nameOf(open, said.personId)}, of the plan of ${said.childIds.map(id => nameOf(open, id)).join(', ')}, ${formatDate(said.on)}: ${answerWords(said)}.${said.words === null ? nothing : html` “${said.words}”`}`,
  ),
)}
${list('What changed', changes(open, agenda))}
${written(open, agenda)}</section>`
}

function list(heading: string, items: readonly Html[]): Html {
  if (items.length === 0) return nothing
  return html`<h3 class="govuk-heading-s govuk-!-margin-bottom-1">${heading}</h3><ul class="govuk-list govuk-list--bullet">${items.map(item => html`<li>${item}</li>`)}</ul>`
}

const changes = (open: OpenFamily, { newNeeds, begun, ended }: Agenda): readonly Html[] => [
  ...newNeeds.map(
    need =>
      html`Need noted: ${nameOf(open, need.personId)}, ${needWord(need.kind).toLowerCase()}, ${formatDate(need.notedOn)}`,
  ),
  ...begun.map(
    strand =>
      html`Work offered: ${nameOf(open, strand.personId)}, ${workWords(strand).toLowerCase()}, ${strand.workerName ?? 'nobody yet'}`,
  ),
  ...ended.map(
    strand => html`Work ended: ${nameOf(open, strand.personId)}, ${workWords(strand).toLowerCase()}`,
  ),
]

function written(open: OpenFamily, agenda: Agenda): Html {
  return html`${agenda.written.map(({ chapter, entries }) =>
    entries.length === 0
      ? nothing
      : html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${workWords(chapter)}: ${plural(entries.length, 'entry', 'entries')} since</span></summary><div class="govuk-details__text">${entries.map(entry => entryHtml(open, entry))}</div></details>`,
  )}`
}
