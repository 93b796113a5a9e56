import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  checkboxes,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  formatDate,
  type Html,
  html,
  input,
  nothing,
  select,
  textarea,
  warningText,
} from '#ui'
import type { CourtLine } from '../../court/courtLines.ts'

export type LinePage = {
  readonly action: string
  readonly cancel: string
  /** Null for a line that is added. */
  readonly line: CourtLine | null
  /** Lines that this one can be merged into. */
  readonly others: readonly CourtLine[]
  readonly shown: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  /** What is recorded now, when somebody changed it since the form was opened. */
  readonly conflict: CourtLine | null
  readonly form: FormKeys
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The form of one line of a chronology for court. */
export function linePage(page: LinePage): Html {
  const { line, shown, errors, conflict } = page
  const area = (name: string, label: string, rows = 3) =>
    textarea({
      name,
      label: { text: label, classes: 'govuk-label--s' },
      rows,
      value: textOf(shown[name]),
      errorMessage: errors.of(name),
    })
  const text = (name: string, label: string) =>
    input({
      name,
      label: { text: label, classes: 'govuk-label--s' },
      value: textOf(shown[name]),
      errorMessage: errors.of(name),
    })
  const tick = (name: string, label: string) =>
    checkboxes({
      name,
      idPrefix: name,
      items: [{ value: 'yes', text: label, checked: shown[name] === 'yes' }],
    })
  return html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">${line ? `Line of ${formatDate(line.on)}` : 'Add a line'}</h1>
${conflict ? html`${warningText({ text: 'Somebody changed this line after you opened it. Nothing has been saved yet.' })}<p class="govuk-body">It says now: ${conflict.event}</p>` : nothing}
${line?.sourceEvent ? html`<p class="govuk-body">The record says: ${line.sourceEvent}</p>` : nothing}
<form method="post" action="${page.action}" novalidate data-keep-on-failure>
  ${page.form ? formFields(page.form) : nothing}
  ${line ? html`<input type="hidden" name="version" value="${(conflict ?? line).version}">` : dateFields({ name: 'on', legend: 'Date', value: dateFieldsFrom(shown, 'on'), error: errors.of('on') })}
  ${area('event', 'Event', 4)}
  ${text('said_by', 'Who said so (optional)')}
  ${text('source', 'Source: document or agency')}
  ${tick('other_agency', 'This is another agency’s line')}
  ${area('impact', 'Impact on the child (optional)')}
  ${area('response', 'Action or response (optional)')}
  ${line ? leaveOut(page) : nothing}
  <div class="govuk-button-group">${button({ text: 'Save', preventDoubleClick: true })}
  <a class="govuk-link" href="${page.cancel}">Cancel</a></div>
</form>`
}

function leaveOut({ others, shown, errors }: LinePage): Html {
  return html`${select({
    name: 'merged_into',
    label: { text: 'Print its words under another line (optional)', classes: 'govuk-label--s' },
    items: [
      { value: '', text: 'No: a line of its own' },
      ...others.map(({ id, on, event }) => ({ value: id, text: `${formatDate(on)}: ${event.slice(0, 60)}` })),
    ],
    value: textOf(shown['merged_into']),
  })}
  ${checkboxes({ name: 'hidden', idPrefix: 'hidden', items: [{ value: 'yes', text: 'Leave this line out of the document', checked: shown['hidden'] === 'yes' }] })}
  ${input({ name: 'hidden_reason', label: { text: 'Why it is left out', classes: 'govuk-label--s' }, hint: { text: 'Kept beside the line; not printed.' }, value: textOf(shown['hidden_reason']), errorMessage: errors.of('hidden_reason') })}`
}
