import type { Fields } from '#modules/casework'
import type { Work } from '#platform/db'
import { type FormKeys, formFields } from '#platform/http'
import { parseUuid, type Uuid } from '#platform/ids'
import { button, type FieldErrors, type Html, html, radios, select, textarea } from '#ui'
import type { Decided } from '../commands/answerQuestion.ts'
import { neighbourCouncils, nursingTeams } from '../queries/openQuestions.ts'
import { answerWords, kindWords } from '../rules/words.ts'

export const decideFields = ['decision', 'team', 'council', 'decision_note'] as const
const decisions = ['team_found', 'sent_on', 'not_known_here', 'seen'] as const
const NOTE = 2000

type Sent = Readonly<Record<string, unknown>>
type Shown = {
  readonly attendanceId: Uuid
  readonly form: FormKeys
  readonly sent: Sent
  readonly errors: FieldErrors
}

/** The form in which whoever is asked decides whom to tell. */
export async function decideForm(work: Work, { attendanceId, form, sent, errors }: Shown): Promise<Html> {
  const typed = (name: string): string => (typeof sent[name] === 'string' ? sent[name] : '')
  const none = { value: '', text: 'None' }
  const teams = (await nursingTeams(work)).map(({ teamId, kind, name }) => ({
    value: `${kind} ${teamId}`,
    text: `${name} (${kindWords[kind].toLowerCase()})`,
  }))
  const councils = (await neighbourCouncils(work)).map(({ id, name, contact }) => ({
    value: id,
    text: `${name}: ${contact}`,
  }))
  return html`<h2 class="govuk-heading-m">Decide whom to tell</h2>
<form method="post" action="/attendances/${attendanceId}/decide" novalidate data-keep-on-failure>${formFields(form)}
${radios({
  name: 'decision',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'What you decide', classes: 'govuk-fieldset__legend--s' } },
  items: decisions.map(value => ({ value, text: answerWords[value] })),
  value: typed('decision'),
  errorMessage: errors.of('decision'),
})}
${select({ name: 'team', label: { text: 'Team to tell' }, items: [none, ...teams], value: typed('team'), errorMessage: errors.of('team') })}
${select({ name: 'council', label: { text: 'Council to send it on to' }, items: [none, ...councils], value: typed('council'), errorMessage: errors.of('council') })}
${textarea({ name: 'decision_note', rows: 3, label: { text: 'Note (optional)' }, value: typed('decision_note'), errorMessage: errors.of('decision_note') })}
${button({ text: 'Decide', preventDoubleClick: true })}</form>`
}

/** What the form decides; null while something of it is missing, which then stands in the fields' issues. */
export async function decidedIn(work: Work, fields: Fields): Promise<Decided | null> {
  const answer = fields.choice('decision', decisions, 'Select what you decide')
  const note = fields.text('decision_note', NOTE)
  const chosen = fields.typed('team')
  const team = (await nursingTeams(work)).find(one => `${one.kind} ${one.teamId}` === chosen) ?? null
  const councilId = parseUuid(fields.typed('council'))
  const council = (await neighbourCouncils(work)).find(({ id }) => id === councilId) ?? null
  if (answer === 'team_found' && team === null) fields.problem('team', 'Select the team to tell')
  if (answer === 'sent_on' && council === null)
    fields.problem('council', 'Select the council to send it on to')
  if (answer === null || fields.issues.length > 0) return null
  return {
    answer,
    note,
    team: answer === 'team_found' ? team : null,
    councilId: answer === 'sent_on' ? (council?.id ?? null) : null,
  }
}
