import { type FieldErrors, formatDateTime, type Html, html, nothing, textarea, warningText } from '#ui'
import type { CopyFaults } from '../../letters/copyFaults.ts'

const kinds: Readonly<Record<string, string>> = {
  address: 'a protected address',
  postcode: 'the postcode of a protected address',
  telephone: 'a telephone number that is not safe',
  email: 'an e-mail address that is not safe',
}

/** Why a copy cannot be made; nothing where it can. */
export function copyHeldHtml({ hits, where }: CopyFaults): Html {
  if (hits.length === 0) return nothing
  const met = [...new Set(hits.map(({ kind }) => kinds[kind] ?? kind))].join(', ')
  const list = where.map(heading => html`<li>${heading}</li>`)
  return html`${warningText({
    text: `This copy tells ${met} of somebody around the child. It cannot be printed or given until that is left out or the words are changed.`,
    iconFallbackText: 'Warning',
  })}
${list.length === 0 ? nothing : html`<p class="govuk-body">What is to change stands under:</p><ul class="govuk-list govuk-list--bullet">${list}</ul>`}`
}

/** Words of notes about somebody else: where they stand, and the reason that is asked for before the copy is given. */
export function copiedWordsHtml(
  { copied }: Pick<CopyFaults, 'copied'>,
  errors: FieldErrors,
  typed = '',
): Html {
  if (copied.length === 0) return nothing
  return html`<ul class="govuk-list govuk-list--bullet">${copied.map(
    ({ noteId, happenedAt, words }) =>
      html`<li>“${words} …” stands in <a class="govuk-link" href="/notes/${noteId}">a note about somebody else</a>, ${formatDateTime(happenedAt)}</li>`,
  )}</ul>
${textarea({
  name: 'copied_reason',
  label: { text: 'Why may this person read these words?', classes: 'govuk-label--s' },
  rows: 2,
  value: typed,
  errorMessage: errors.of('copied_reason'),
})}`
}
