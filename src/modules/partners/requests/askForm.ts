import { roleWord } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, dateFields, dateFieldsFrom, type FieldErrors, type Html, html, radios, textarea } from '#ui'
import { type Askable, purposes, purposeWords } from './requests.ts'
import { requestPath } from './requestsHtml.ts'

export type AskPage = {
  readonly personId: Uuid
  readonly askable: readonly Askable[]
  readonly form: FormKeys
  readonly errors: FieldErrors
  readonly sent: Readonly<Record<string, unknown>>
  /** Filled in where nothing was typed. */
  readonly usualDay: Temporal.PlainDate
}

/** The form that asks somebody of another agency what they know of a child. */
export function askForm({ personId, askable, form, errors, sent, usualDay }: AskPage): Html {
  const typed = (name: string) => (typeof sent[name] === 'string' ? sent[name] : '')
  const heading = html`<h1 class="govuk-heading-l">Ask an agency what it knows</h1>`
  if (askable.length === 0)
    return html`${heading}<p class="govuk-body">Nobody who works with the child for another agency signs in here. Name them under the people involved, or ask them to a meeting.</p>`
  const when = sent['by-day'] === undefined ? usualDay : dateFieldsFrom(sent, 'by')
  return html`${heading}
<p class="govuk-body">They see your question and nothing else of the record. They tell you what they know, that they know nothing, or why they do not share it.</p>
<form method="post" action="${requestPath(personId, '/new')}" novalidate data-keep-on-failure>${formFields(form)}
${radios({ name: 'who', idPrefix: 'who', fieldset: { legend: { text: 'Whom do you ask?', classes: 'govuk-fieldset__legend--s' } }, items: askable.map(one => ({ value: one.id, text: one.name, hint: { text: `${roleWord(one.role)}, ${one.organisation}` } })), value: typed('who'), errorMessage: errors.of('who') })}
${radios({ name: 'purpose', idPrefix: 'purpose', fieldset: { legend: { text: 'What for?', classes: 'govuk-fieldset__legend--s' } }, items: purposes.map(value => ({ value, text: purposeWords[value] })), value: typed('purpose'), errorMessage: errors.of('purpose') })}
${textarea({ name: 'question', id: 'question', rows: 4, label: { text: 'What do you want to know?', classes: 'govuk-label--s' }, hint: { text: 'They need not know why the family came to you: ask for what they can answer' }, value: typed('question'), errorMessage: errors.of('question') })}
${dateFields({ name: 'by', legend: 'By when?', value: when, error: errors.of('by') })}
${button({ text: 'Ask', preventDoubleClick: true })}</form>`
}
