import { formatDateTime, type Html, html, nothing, textarea } from '#ui'
import type { LetterView } from './letterView.ts'

/** Words of another record: where they stand, and the reason that is asked for before the letter may go. */
export function copiedFields({ copied = [], errors }: LetterView): Html {
  if (copied.length === 0) return nothing
  return html`<ul class="govuk-list govuk-list--bullet">${copied.map(
    ({ noteId, happenedAt, words }) =>
      html`<li>“${words} …” stands in <a class="govuk-link" href="/notes/${noteId}">a note about somebody else</a>, ${formatDateTime(happenedAt)}</li>`,
  )}</ul>
${textarea({
  name: 'copied_reason',
  label: { text: 'Why may the recipient read these words?', classes: 'govuk-label--s' },
  rows: 2,
  errorMessage: errors.of('copied_reason'),
})}`
}
