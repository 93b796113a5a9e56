import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  errorsAbove,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  input,
  nothing,
  summaryList,
  warningText,
} from '#ui'
import type { Note, NotePart } from '../../queries/readNote.ts'
import { noteTitle, withdrawn } from '../../rules/visitWords.ts'
import { seenWords } from '../record/noteItem.ts'

/** A note, the earlier one that it corrects, and what the reader may do with it. */
export type NoteView = {
  readonly note: Note
  readonly earlier: Note | null
  readonly later: Note | null
  readonly people: ReadonlyMap<Uuid, PersonSummary>
  /** One of its people, in whose record the reader may write. */
  readonly writableId: Uuid | null
  readonly errors: FieldErrors
  readonly keys: FormKeys
}

/** One note with its history: what it corrects and what corrects it. */
export function notePage(view: NoteView): Html {
  const { note, earlier, later } = view
  return html`${errorsAbove(view.errors)}
<h1 class="govuk-heading-l">${later ? html`<s>${noteTitle(note)}</s>` : noteTitle(note)}</h1>
${later ? correctedNotice(later) : nothing}
${note.correctionReason ? html`<p class="govuk-body">This note corrects <a class="govuk-link" href="/notes/${note.correctsId}">an earlier one</a>: ${note.correctionReason}</p>` : nothing}
${summaryList({ rows: facts(note).map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
${note.parts.map(part => partSection(part, view.people.get(part.personId)))}
<h2 class="govuk-heading-m">What happened</h2>
${later ? html`<s>${paragraphs(note.body)}</s>` : paragraphs(note.body)}
${earlier ? html`<h2 class="govuk-heading-m">The earlier note</h2><p class="govuk-body-s">Recorded by ${earlier.authorName} on ${formatDateTime(earlier.recordedAt)}</p><s>${paragraphs(earlier.body)}</s>` : nothing}
${later ? nothing : actions(view)}`
}

function correctedNotice(later: Note): Html {
  return html`${warningText({
    html: html`This note was corrected on ${formatDateTime(later.recordedAt)}: ${later.correctionReason} <a class="govuk-link" href="/notes/${later.id}">Read the correction</a>`,
    iconFallbackText: 'Corrected',
  })}`
}

function facts(note: Note): readonly (readonly [string, string])[] {
  return [
    ['When', formatDateTime(note.happenedAt)],
    ['Place', note.place ?? 'Not recorded'],
    ['Recorded by', `${note.authorName}, ${formatDateTime(note.recordedAt)}`],
    ...(note.impact ? [['Significant', note.impact] as const] : []),
  ]
}

function partSection(part: NotePart, person: PersonSummary | undefined): Html {
  if (person === undefined) return nothing
  if (part.outcome === withdrawn)
    return html`<p class="govuk-body">${person.displayName}: the earlier note named this child by mistake.</p>`
  const rows = [
    ['Seen', seenWords(part)],
    ['In their own words', part.ownWords ?? ''],
    ['Observations', part.observations ?? ''],
  ].filter(([, value]) => value !== '')
  return html`<h2 class="govuk-heading-m"><a class="govuk-link" href="/people/${person.id}">${person.displayName}</a>, ${person.age}</h2>
${rows.length > 0 ? summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) }) : nothing}`
}

function paragraphs(body: string): Html {
  const parts = body.split(/\n{2,}/).filter(part => part.trim() !== '')
  return html`${parts.map(part => html`<p class="govuk-body">${part.split('\n').map((line, place) => (place > 0 ? html`<br>${line}` : html`${line}`))}</p>`)}`
}

function actions({ note, writableId, errors, keys }: NoteView): Html {
  if (writableId === null) return nothing
  return html`<div class="kith-no-print">
<p class="govuk-body"><a class="govuk-link" href="/people/${writableId}/visits/new?corrects=${note.id}">Correct this note</a></p>
${note.impact === null ? significantForm(note, errors, keys) : nothing}
</div>`
}

function significantForm(note: Note, errors: FieldErrors, keys: FormKeys): Html {
  return html`<h2 class="govuk-heading-m">Mark as significant</h2>
<form method="post" action="/notes/${note.id}/significant" novalidate data-keep-on-failure>
  ${formFields(keys)}
  ${input({
    name: 'impact',
    label: { text: 'What does it mean for the children, in one line?' },
    errorMessage: errors.of('impact'),
  })}
  ${button({ text: 'Put it into the short chronology', classes: 'govuk-button--secondary' })}
</form>`
}
