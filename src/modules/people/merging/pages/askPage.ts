import { type DraftForm, draftFields, draftPath, SAVE_DRAFT } from '#platform/drafts'
import type { FormKeys } from '#platform/http'
import {
  button,
  checkboxes,
  errorsAbove,
  type FieldErrors,
  type Html,
  html,
  nothing,
  recordForm,
  textarea,
  warningText,
} from '#ui'
import type { Comparison } from '../queries/comparison.ts'
import { evidenceKinds } from '../rules/evidenceKinds.ts'
import type { MergeChoices } from '../rules/mergeChoices.ts'
import { choiceFields, contactsFirst } from './choiceFields.ts'
import { compareTable, countsTable } from './compareTable.ts'
import { textOf, ticked } from './readChoices.ts'

export type AskPage = {
  readonly view: Comparison
  readonly chosen: MergeChoices | null
  readonly errors: FieldErrors
  /** Why what was sent had no effect. */
  readonly remark: string | null
  readonly sent: Readonly<Record<string, unknown>>
  readonly form: FormKeys
  /** The way to a draft that is there and not open. */
  readonly banner: Html
  readonly draft: DraftForm
}

/** Two records side by side; below, what must be chosen and the evidence. */
export function askPage(page: AskPage): Html {
  const { view, errors, remark, form, draft } = page
  const one = view.survivor.details.summary
  const other = view.merged.details.summary
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Are these the same person?</h1>
${page.banner}${remark === null ? nothing : warningText({ text: remark })}
${contactsFirst(view)}
<p class="govuk-body">The record of <a class="govuk-link" href="/people/${one.id}">${one.displayName}</a> would go on, and the record of
<a class="govuk-link" href="/people/${other.id}">${other.displayName}</a> would be merged into it. Every fact keeps where it came from, and a merge can be undone.
<a class="govuk-link" href="/people/${other.id}/merge/${one.id}">Keep the other record instead</a>.</p>
${compareTable(view)}
${countsTable(view)}
${recordForm({
  action: `/people/${one.id}/merge/${other.id}`,
  csrf: { value: form.csrf },
  idempotencyKey: form.submission,
  others: { mark: view.mark },
  draftUrl: draftPath(draft.form, draft.recordKey),
  draftSavedAt: draft.draft?.savedAt,
  content: html`${draftFields(draft)}${choiceFields(view, page.chosen, textOf(page.sent, 'one_person'), errors)}
${evidenceFields(page)}
<div class="govuk-button-group">${button({ text: 'Ask a manager to merge', preventDoubleClick: true })}
${button({ text: 'Save draft', name: SAVE_DRAFT, value: 'yes', classes: 'govuk-button--secondary' })}</div>`,
})}
<p class="govuk-body"><a class="govuk-link" href="/people/${one.id}/duplicates/${other.id}">They are not the same person</a></p>`
}

const evidenceFields = ({ sent, errors }: AskPage): Html => html`${checkboxes({
  name: 'evidence_kinds',
  idPrefix: 'evidence_kinds',
  fieldset: { legend: { text: 'What shows that this is one person?', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errors.of('evidence_kinds'),
  items: evidenceKinds.map(kind => ({
    ...kind,
    checked: ticked(sent, 'evidence_kinds').includes(kind.value),
  })),
})}
${textarea({
  id: 'evidence',
  name: 'evidence',
  label: { text: 'What have you seen, and where?', classes: 'govuk-label--s' },
  value: textOf(sent, 'evidence'),
  errorMessage: errors.of('evidence'),
  rows: 3,
})}`
