import type { PersonFound } from '#modules/people'
import { type FormKeys, formFields } from '#platform/http'
import { button, type fieldErrors, type Html, html, input, nothing, radios, select, textarea } from '#ui'
import type { Council, NoticeQuestion } from '../../notices/queries/questions.ts'
import { answersTo, answerWords, asksWho } from '../answerWords.ts'
import { idOf } from '../candidates.ts'

export type QuestionPage = {
  readonly question: NoticeQuestion
  readonly councils: readonly Council[]
  readonly found: readonly PersonFound[]
  readonly typed: (name: string) => string
  readonly form: FormKeys
  readonly errors: ReturnType<typeof fieldErrors>
}

/** The form that answers one question. It finds people and answers by two buttons, so that nothing typed is lost on the way. */
export function questionForm(page: QuestionPage): Html {
  const { question, typed, errors } = page
  return html`<form method="post" action="/partner-notices/queue/${question.id}" novalidate data-keep-on-failure>${formFields(page.form)}
${asksWho(question) ? finder(page) : nothing}
${radios({
  name: 'answer',
  idPrefix: 'answer',
  fieldset: { legend: { text: 'What is your answer?', classes: 'govuk-fieldset__legend--m' } },
  items: answersTo(question).map(value => ({ value, text: answerWords[value] })),
  value: typed('answer'),
  errorMessage: errors.of('answer'),
})}
${councils(page)}
${textarea({ name: 'note', id: 'note', rows: 3, label: { text: 'Why', classes: 'govuk-label--s' }, hint: { text: 'Needed where you say who it is, so that a colleague can follow it' }, value: typed('note'), errorMessage: errors.of('note') })}
${button({ text: 'Save the answer', name: 'step', value: 'answer', preventDoubleClick: true })}</form>`
}

function finder({ found, typed, errors }: QuestionPage): Html {
  return html`<h2 class="govuk-heading-m">Who may it be?</h2>
${
  found.length === 0
    ? html`<p class="govuk-body" id="person">Nobody like this was found in the record.</p>`
    : radios({
        name: 'person',
        idPrefix: 'person',
        classes: 'govuk-radios--small',
        fieldset: { legend: { text: 'Who may be the child', classes: 'govuk-fieldset__legend--s' } },
        value: typed('person'),
        items: found.map(one => ({ value: idOf(one), text: line(one) })),
        errorMessage: errors.of('person'),
      })
}
${input({ id: 'text', name: 'text', label: { text: 'Find somebody else', classes: 'govuk-label--s' }, hint: { text: 'Name, number or day of birth' }, value: typed('text'), errorMessage: errors.of('text'), autocomplete: 'off' })}
${button({ text: 'Find', name: 'step', value: 'find', classes: 'govuk-button--secondary' })}`
}

const line = (one: PersonFound): string =>
  one.held
    ? `${one.person.displayName}, ${one.person.age}`
    : `${one.initials || 'No name recorded'}, born ${one.birthYear ?? 'in a year not known'}: a strong match, outside your work`

const councils = ({ councils: choices, typed, errors }: QuestionPage): Html =>
  select({
    name: 'council',
    id: 'council',
    label: { text: 'Council, where it is not ours' },
    hint: { text: 'It stays on the list until somebody says that it was sent' },
    items: [
      { value: '', text: 'Choose' },
      ...choices.map(({ id, name, contact }) => ({ value: id, text: `${name} (${contact})` })),
    ],
    value: typed('council'),
    errorMessage: errors.of('council'),
  })
