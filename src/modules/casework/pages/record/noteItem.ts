import type { TimelineItem } from '#ui'
import { html, nothing } from '#ui'
import type { NoteAbout } from '../../queries/notesAbout.ts'
import { noteTitle } from '../../rules/visitWords.ts'

/**
 * A note as an item of a timeline.
 * @param longest how much of the narrative to show; the rest is behind the link
 */
export function noteItem(note: NoteAbout, longest: number): TimelineItem {
  const title = noteTitle(note)
  const struck = note.isCorrected ? html`<s>${title}</s> (corrected)` : html`${title}`
  return {
    label: {
      html:
        note.body === null ? struck : html`<a class="govuk-link" href="/notes/${note.noteId}">${struck}</a>`,
    },
    byline: note.authorName ? { text: note.authorName } : undefined,
    datetime: note.happenedAt,
    html: html`${seenLine(note)}${note.ownWords ? html`<blockquote class="govuk-inset-text">${note.ownWords}</blockquote>` : nothing}
      ${note.isCorrected ? nothing : excerpt(note.body, longest)}`,
  }
}

/** "Seen, seen alone, bedroom seen": what the note says of this child. */
export function seenWords(
  note: Pick<NoteAbout, 'wasSeen' | 'wasSeenAlone' | 'whyNotAlone' | 'bedroomSeen'>,
): string {
  if (note.wasSeen === null) return ''
  if (!note.wasSeen) return 'Not seen'
  const alone = note.wasSeenAlone
    ? 'seen alone'
    : `not seen alone${note.whyNotAlone ? ` (${note.whyNotAlone})` : ''}`
  return `Seen, ${alone}${note.bedroomSeen ? ', bedroom seen' : ''}`
}

function seenLine(note: NoteAbout) {
  const words = seenWords(note)
  return words ? html`<p class="govuk-body-s govuk-!-margin-bottom-1">${words}</p>` : nothing
}

function excerpt(body: string | null, longest: number) {
  if (body === null) return nothing
  const short = body.length > longest ? `${body.slice(0, longest).trimEnd()} ...` : body
  return html`<p class="govuk-body">${short}</p>`
}
