import type { Team } from '#modules/agencies'
import { Fields } from '#modules/casework'
import { formFields, type Visit } from '#platform/http'
import { button, dateFields, dateFieldsFrom, type FieldErrors, type Html, html, input, select } from '#ui'

/** Somebody who may score. */
export type Auditor = { readonly id: string; readonly name: string }

/** The form that draws a sample. */
export function drawForm(
  { sent, form }: Pick<Visit<unknown, unknown, unknown>, 'sent' | 'form'>,
  teams: readonly Team[],
  auditors: readonly Auditor[],
  errors: FieldErrors,
): Html {
  const typed = new Fields(sent)
  const date = (name: string, legend: string) =>
    dateFields({ name, legend, value: dateFieldsFrom(sent, name), error: errors.of(name) })
  const choose = { value: '', text: 'Choose' }
  return html`<h2 class="govuk-heading-m">Draw a sample</h2>
  <form method="post" action="/supervision/audits" novalidate data-keep-on-failure>
    ${formFields(form)}
    ${select({ name: 'team', label: { text: 'Team' }, items: [choose, ...teams.map(({ id, name }) => ({ value: id, text: name }))], value: typed.typed('team'), errorMessage: errors.of('team') })}
    ${date('from', 'Sessions held from')}
    ${date('until', 'Until')}
    ${input({ name: 'size', label: { text: 'How many sessions' }, classes: 'govuk-input--width-3', inputmode: 'numeric', value: typed.typed('size') || '5', errorMessage: errors.of('size') })}
    ${select({ name: 'auditor', label: { text: 'Who scores them?' }, hint: { text: 'Sessions that they held or had are left out of the draw' }, items: auditors.map(({ id, name }) => ({ value: id, text: name })), value: typed.typed('auditor'), errorMessage: errors.of('auditor') })}
    ${input({ name: 'seed', label: { text: 'Seed (optional)' }, hint: { text: 'The same seed draws the same sessions. Left empty, one is made and kept' }, value: typed.typed('seed'), errorMessage: errors.of('seed') })}
    ${button({ text: 'Draw', preventDoubleClick: true })}
  </form>`
}
