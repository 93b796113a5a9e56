import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  checkboxes,
  dateFields,
  dateFieldsFrom,
  errorsAbove,
  type FieldErrors,
  fieldset,
  formatDate,
  type Html,
  html,
  insetText,
  nothing,
  radios,
  textarea,
} from '#ui'
import type { Action, Lead } from './readSupervision.ts'
import { ACTIONS, owners, ownerWords } from './sessionForm.ts'

export type SessionView = {
  readonly lead: Lead
  readonly themes: readonly string[]
  readonly open: readonly Action[]
  readonly sent: Readonly<Record<string, unknown>>
  readonly errors: FieldErrors
  readonly form: FormKeys
}

const listOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The form of a session with a school's lead: themes and actions, and no child. */
export function sessionPage(view: SessionView): Html {
  const { lead, themes, sent, errors } = view
  return html`${errorsAbove(errors)}<span class="govuk-caption-l">${lead.school}</span>
<h1 class="govuk-heading-l">Supervision of ${lead.name}</h1>
${insetText({ text: 'Name no child here. What is said of a child belongs into the child’s record, where those who work with the child find it.' })}
<form method="post" action="/school-supervision/leads/${lead.id}" novalidate data-keep-on-failure>${formFields(view.form)}
${dateFields({ name: 'held', legend: 'Day of the session', value: dateFieldsFrom(sent, 'held'), error: errors.of('held') })}
${checkboxes({ name: 'themes', fieldset: { legend: { text: 'What did you speak of?', classes: 'govuk-fieldset__legend--s' } }, items: themes.map((theme, at) => ({ value: String(at), text: theme })), values: [...listOf(sent['themes'])], errorMessage: errors.of('themes') })}
${doneHtml(view)}
${Array.from({ length: ACTIONS }, (_, at) => actionHtml(view, at))}
<div class="govuk-button-group">${button({ text: 'Save the session', preventDoubleClick: true })}<a class="govuk-link" href="/school-supervision">Cancel</a></div></form>`
}

function doneHtml({ open, sent }: SessionView): Html {
  if (open.length === 0) return nothing
  return checkboxes({
    name: 'done',
    fieldset: { legend: { text: 'Agreed before: what is done?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'What is not ticked is carried forward' },
    items: open.map(({ id, what, owner, dueOn }) => ({
      value: id,
      text: `${what} (${ownerWords[owner].toLowerCase()}, by ${formatDate(dueOn)})`,
    })),
    values: [...listOf(sent['done'])],
  })
}

function actionHtml({ sent, errors }: SessionView, at: number): Html {
  const [what, owner, due] = [`what-${at}`, `owner-${at}`, `due-${at}`]
  return fieldset({
    legend: { text: `Agreed action ${at + 1} (optional)`, classes: 'govuk-fieldset__legend--m' },
    html: html`${textarea({ name: what, rows: 2, label: { text: 'What is to be done' }, value: text(sent[what]), errorMessage: errors.of(what) })}
${radios({ name: owner, fieldset: { legend: { text: 'Who does it?' } }, classes: 'govuk-radios--inline', items: owners.map(value => ({ value, text: ownerWords[value] })), value: text(sent[owner]), errorMessage: errors.of(owner) })}
${dateFields({ name: due, legend: 'By when', value: dateFieldsFrom(sent, due), error: errors.of(due) })}`,
  })
}
