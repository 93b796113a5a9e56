import type { FormKeys } from '#platform/http'
import {
  button,
  errorsAbove,
  type FieldErrors,
  type Html,
  html,
  nothing,
  pagination,
  recordForm,
  table,
  textarea,
  warningText,
} from '#ui'
import type { Comparison } from '../queries/comparison.ts'
import type { MergeLine } from '../queries/mergeLines.ts'
import type { Merge } from '../queries/merges.ts'
import { mergeWords } from '../registry/mergeRules.ts'
import { describeRow } from '../rules/describeRow.ts'
import type { MergeChoices } from '../rules/mergeChoices.ts'
import { changeWords } from './changeWords.ts'
import { choiceFields, contactsFirst } from './choiceFields.ts'
import { compareTable, countsTable } from './compareTable.ts'

export type WaitingPage = {
  readonly merge: Merge
  readonly facts: Html
  readonly view: Comparison
  readonly may: 'confirm' | 'take_back' | 'refuse' | 'read'
  readonly chosen: MergeChoices
  readonly typed: { readonly onePerson: string; readonly reason: string }
  readonly errors: FieldErrors
  readonly remark: string | null
  readonly form: FormKeys
}

/** A merge that waits: the same comparison that its asker saw, what they chose, and the decision. */
export function waitingPage(page: WaitingPage): Html {
  const { merge, view, may, errors, remark } = page
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Are these the same person?</h1>
${remark === null ? nothing : warningText({ text: remark })}
${page.facts}
${contactsFirst(view)}
${compareTable(view)}
${countsTable(view)}
${may === 'confirm' ? confirmForm(page) : nothing}
${may === 'read' ? html`<p class="govuk-body">A manager of both records confirms this, not whoever asked.</p>` : nothing}
${
  may === 'read'
    ? nothing
    : recordForm({
        action: `/merges/${merge.id}/close`,
        csrf: { value: page.form.csrf },
        idempotencyKey: page.form.submission,
        content: html`${textarea({
          id: 'reason',
          name: 'reason',
          label: {
            text: may === 'take_back' ? 'Why do you take it back?' : 'Why do you refuse?',
            classes: 'govuk-label--s',
          },
          value: page.typed.reason,
          errorMessage: errors.of('reason'),
          rows: 2,
        })}
${button({ text: may === 'take_back' ? 'Take it back' : 'Refuse', classes: 'govuk-button--secondary', preventDoubleClick: true })}`,
      })
}`
}

const confirmForm = ({ merge, view, chosen, typed, errors, form }: WaitingPage): Html =>
  recordForm({
    action: `/merges/${merge.id}`,
    csrf: { value: form.csrf },
    idempotencyKey: form.submission,
    others: { mark: view.mark },
    content: html`${choiceFields(view, chosen, typed.onePerson, errors)}
${button({ text: 'Merge the two records', preventDoubleClick: true })}`,
  })

export type DonePage = {
  readonly merge: Merge
  readonly facts: Html
  readonly lines: readonly MergeLine[]
  readonly total: number
  readonly page: number
  readonly perPage: number
  /** Name or number by which the merged record is told from the other. */
  readonly origin: string
  readonly mayUndo: boolean
}

/** A merge that was done: where each fact came from, and the way back. */
export function donePage(page: DonePage): Html {
  const { merge, lines, total, perPage } = page
  const heading =
    merge.state === 'undone'
      ? 'Two records again'
      : merge.state === 'closed'
        ? 'Not merged'
        : 'Merged records'
  const link = (number: number) => `/merges/${merge.id}?page=${number}`
  return html`<h1 class="govuk-heading-l">${heading}</h1>
${page.facts}
${
  lines.length === 0
    ? nothing
    : html`<h2 class="govuk-heading-m">What ${merge.state === 'undone' ? 'had moved, and was put back' : 'moved or changed'}</h2>
<p class="govuk-body">${total} in all. What moved was recorded of ${page.origin}.</p>
<div class="kith-scroll" tabindex="0" role="region" aria-label="What moved">${table({
        caption: 'What moved or changed',
        captionClasses: 'govuk-visually-hidden',
        head: ['Kind', 'What', 'Change'].map(text => ({ text })),
        rows: lines.map(line => [
          { text: mergeWords(line.table) },
          { text: line.row ? describeRow(line.row) : 'Something you may not see' },
          { text: changeWords(merge, line, page.origin) },
        ]),
      })}</div>
${pagination({
  ...(page.page > 1 ? { previous: { href: link(page.page - 1) } } : {}),
  ...(page.page * perPage < total ? { next: { href: link(page.page + 1) } } : {}),
})}
<p class="govuk-body"><a class="govuk-link" href="/merges/${merge.id}?format=csv">Download the whole list (CSV)</a></p>`
}
${page.mayUndo ? html`<p class="govuk-body"><a class="govuk-link" href="/merges/${merge.id}/undo">Undo this merge</a></p>` : nothing}`
}
