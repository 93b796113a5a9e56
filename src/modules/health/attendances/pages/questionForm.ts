import type { PersonSummary } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import { button, type fieldErrors, type Html, html, input, nothing, radios, select, textarea } from '#ui'
import type { AnswerChoices } from '../queries/answerChoices.ts'
import type { Attendance, Question } from '../queries/readAttendance.ts'
import { kindWords, type QuestionAnswer, type QuestionReason, reasonWords } from '../rules/words.ts'

export type HandAnswer = Exclude<QuestionAnswer, 'cancelled'>
const words: Readonly<Record<HandAnswer, string>> = {
  matched: 'It is the person whom I found and selected',
  team_found: 'Tell a team of nurses',
  sent_on: 'Send on to another council',
  not_known_here: 'Not known here',
  seen: 'Seen, nothing more to decide',
}
const WHO: ReadonlySet<QuestionReason> = new Set(['no_match', 'many_matches'])

/** What may be answered: who it is is said only where that is what was asked. */
export const answersTo = (reason: QuestionReason): readonly HandAnswer[] =>
  (Object.keys(words) as HandAnswer[]).filter(answer => answer !== 'matched' || WHO.has(reason))

export type QuestionPage = {
  readonly attendance: Attendance
  readonly question: Question
  readonly choices: AnswerChoices
  /** People whom the reader may know; null: none were looked for. */
  readonly found: readonly PersonSummary[] | null
  readonly typed: (name: string) => string
  readonly form: FormKeys
  readonly errors: ReturnType<typeof fieldErrors>
}

/** The form that answers one question. It finds people and answers by two buttons, so that nothing typed is lost on the way. */
export function questionForm(page: QuestionPage): Html {
  const { attendance, question, typed, errors } = page
  return html`<h1 class="govuk-heading-l">${reasonWords[question.reason]}</h1>
<p class="govuk-body">The hospital told: ${[attendance.told_given, attendance.told_family].filter(Boolean).join(' ') || 'no name'}${attendance.told_birth === null ? '' : `, born ${attendance.told_birth.toString()}`}${attendance.told_postcode === null ? '' : `, ${attendance.told_postcode}`}. <a class="govuk-link" href="/attendances/${attendance.id}">All of the visit</a></p>
<form method="post" action="/attendances/${attendance.id}/questions/${question.id}" novalidate data-keep-on-failure>${formFields(page.form)}
${answersTo(question.reason).includes('matched') ? finder(page) : nothing}
${radios({
  name: 'answer',
  idPrefix: 'answer',
  fieldset: { legend: { text: 'What is your answer?', classes: 'govuk-fieldset__legend--m' } },
  items: answersTo(question.reason).map(value => ({ value, text: words[value] })),
  value: typed('answer'),
  errorMessage: errors.of('answer'),
})}
${places(page)}
${textarea({ name: 'note', id: 'note', rows: 3, label: { text: 'Note (optional)', classes: 'govuk-label--s' }, value: typed('note'), errorMessage: errors.of('note') })}
${button({ text: 'Save the answer', name: 'step', value: 'answer', preventDoubleClick: true })}</form>`
}

function finder({ found, typed, errors }: QuestionPage): Html {
  return html`${input({ id: 'text', name: 'text', label: { text: 'Find who it is', classes: 'govuk-label--s' }, hint: { text: 'Name, number or day of birth, of people whose records you may know' }, value: typed('text'), errorMessage: errors.of('text'), autocomplete: 'off' })}
${button({ text: 'Find', name: 'step', value: 'find', classes: 'govuk-button--secondary' })}
${found === null ? nothing : found.length === 0 ? html`<p class="govuk-body" id="person">Nobody found whom you may know.</p>` : radios({ name: 'person', idPrefix: 'person', classes: 'govuk-radios--small', fieldset: { legend: { text: 'Who is it?', classes: 'govuk-fieldset__legend--s' } }, value: typed('person'), items: found.map(one => ({ value: one.id, text: `${one.displayName}, ${one.age}` })), errorMessage: errors.of('person') })}`
}

const none = { value: '', text: 'Choose' }
const places = ({ choices, typed, errors }: QuestionPage): Html =>
  html`${select({
    name: 'team',
    id: 'team',
    label: { text: 'Team, where you tell nurses' },
    items: [
      none,
      ...choices.teams.map(({ kind, teamId, name }) => ({
        value: `${kind}:${teamId}`,
        text: `${kindWords[kind]}: ${name}`,
      })),
    ],
    value: typed('team'),
    errorMessage: errors.of('team'),
  })}
${select({
  name: 'council',
  id: 'council',
  label: { text: 'Council, where you send it on' },
  hint: { text: 'It waits then under the questions until you say how it was sent' },
  items: [
    none,
    ...choices.councils.map(({ id, name, contact }) => ({ value: id, text: `${name} (${contact})` })),
  ],
  value: typed('council'),
  errorMessage: errors.of('council'),
})}`
