import { formatDateTime, type Html, html, nothing } from '#ui'
import type { ClinicalNote } from './clinicalNotes.ts'

/** Notes, newest first: of one that was corrected the correction, with the words before it folded away. */
export function notesHtml(
  notes: readonly ClinicalNote[],
  correct: (note: ClinicalNote) => string | null,
): Html {
  const corrected = new Set(notes.flatMap(({ correctsId }) => correctsId ?? []))
  return html`${notes.filter(({ id }) => !corrected.has(id)).map(note => noteHtml(note, notes, correct(note)))}`
}

function noteHtml(note: ClinicalNote, notes: readonly ClinicalNote[], correct: string | null): Html {
  const before = notes.find(({ id }) => id === note.correctsId)
  return html`<article class="govuk-!-margin-bottom-5" id="note-${note.id}"><h3 class="govuk-heading-s govuk-!-margin-bottom-1">${formatDateTime(note.at)}, ${note.authorName}</h3>
<p class="govuk-body kith-prose">${note.body}</p>
${note.correctionReason === null ? nothing : html`<p class="govuk-hint">Corrected: ${note.correctionReason}</p>`}
${before === undefined ? nothing : html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">What stood before<span class="govuk-visually-hidden">, ${formatDateTime(before.at)}</span></span></summary><div class="govuk-details__text">${noteHtml(before, notes, null)}</div></details>`}
${correct === null ? nothing : html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${correct}">Correct this note<span class="govuk-visually-hidden"> of ${formatDateTime(note.at)}</span></a></p>`}</article>`
}
