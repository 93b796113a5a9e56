import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  input,
  nothing,
  radios,
  textarea,
} from '#ui'
import type { Attendance, Question } from '../attendances/queries/readAttendance.ts'
import { questionPath, reasonWords } from '../attendances/rules/words.ts'
import { type OtherCouncil, type Sending, waysOfSending, wayWords } from './sending.ts'

/** What the page of a sending shows. */
export type SendingPage = {
  readonly attendance: Attendance
  readonly question: Question
  readonly councils: readonly OtherCouncil[]
  readonly sending: Sending
  readonly typed: (name: string) => string
  readonly form: FormKeys
  readonly errors: FieldErrors
}

/** A visit that is another council's: to whom it goes, the sheet, and that it went. */
export function sendingHtml(page: SendingPage): Html {
  const { attendance, question } = page
  return html`<h1 class="govuk-heading-l">${reasonWords[question.reason]}</h1>
<p class="govuk-body">${why(page)} <a class="govuk-link" href="/attendances/${attendance.id}">All of the visit</a></p>
${question.answer === null ? sendForm(page) : doneHtml(page)}`
}

function why({ attendance, question }: SendingPage): string {
  if (question.reason === 'lives_elsewhere')
    return 'The child lives in another council’s area. Nurses of ours who answer for the practice or the school are told all the same.'
  return attendance.status === 'cancelled'
    ? 'The hospital cancelled the visit after it was sent on: tell the council to disregard it.'
    : 'The hospital corrected who it is or when, after it was sent on: tell the council.'
}

function doneHtml({ question, sending }: SendingPage): Html {
  const { answeredBy, answeredAt, note } = question
  const who = `${answeredBy ?? 'somebody'}, ${answeredAt === null ? '' : formatDateTime(answeredAt)}`
  if (sending.council === null || sending.how === null)
    return html`<p class="govuk-body">Not sent: ${who}. “${note ?? ''}”</p>`
  return html`<p class="govuk-body">Sent to ${sending.council.name}: ${who}. ${wayWords[sending.how]}. ${sending.receivedBy ?? ''} said that it arrived. Not shared: ${sending.notShared ?? 'nothing was held back of what the hospital told'}.</p>`
}

function sendForm({ question, councils, typed, form, errors }: SendingPage): Html {
  const path = questionPath(question)
  return html`${councils.length === 0 ? html`<p class="govuk-body">No council is named. An administrator keeps other councils, and how they are reached.</p>` : nothing}
<p class="govuk-body"><a class="govuk-link" href="${path}/sheet">The sheet to send or print</a>. Of the county’s own record nothing is in it.</p>
<form method="post" action="${path}" novalidate data-keep-on-failure>${formFields(form)}
${radios({ name: 'council', idPrefix: 'council', fieldset: { legend: { text: 'To which council was it sent?', classes: 'govuk-fieldset__legend--s' } }, items: [...councils.map(({ id, name, contact }) => ({ value: id, text: name, hint: { text: contact } })), { divider: 'or' }, { value: 'none', text: 'It is not sent: say why below' }], value: typed('council'), errorMessage: errors.of('council') })}
${radios({ name: 'how', idPrefix: 'how', fieldset: { legend: { text: 'How?', classes: 'govuk-fieldset__legend--s' } }, items: waysOfSending.map(value => ({ value, text: wayWords[value] })), value: typed('how'), errorMessage: errors.of('how') })}
${input({ id: 'receivedBy', name: 'receivedBy', label: { text: 'Who there said that it arrived?', classes: 'govuk-label--s' }, hint: { text: 'A name or a post. It is not done until somebody there has it' }, value: typed('receivedBy'), errorMessage: errors.of('receivedBy'), autocomplete: 'off' })}
${textarea({ name: 'notShared', id: 'notShared', rows: 2, label: { text: 'What was not shared, and why', classes: 'govuk-label--s' }, hint: { text: 'Leave empty when the whole sheet went. Where it is not sent at all, say why' }, value: typed('notShared'), errorMessage: errors.of('notShared') })}
${button({ text: 'Save', preventDoubleClick: true })}</form>`
}
