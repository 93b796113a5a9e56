import type { FormKeys } from '#platform/http'
import { checkboxes, errorsAbove, type FieldErrors, type Html, html, radios, textarea } from '#ui'
import type { ReadsAs } from '../../../keys/sessions.ts'
import { type DraftedForm, draftedFormHtml } from '../../draftedForm.ts'
import { isTicked, textOf } from '../../fields.ts'
import type { AskedQuestion } from '../../queries/readQuestions.ts'

const adults: Readonly<Record<AskedQuestion['occasion'], string>> = {
  plan: 'You and your worker made a plan. We want to know what you think.',
  review: 'You and your worker looked at the plan again. We want to know what you think.',
  closure: 'The work with your family has come to an end. We want to know what you think.',
}
const children: Readonly<Record<AskedQuestion['occasion'], string>> = {
  plan: 'There is a plan for your family. We want to know what you think.',
  review: 'People looked at the plan again. We want to know what you think.',
  closure: 'The work with your family has come to an end. We want to know what you think.',
}
const marks = ['1: not at all', '2: a little', '3: some', '4: quite a lot', '5: a lot']

/** What somebody is asked about the help: they may answer, say little, or say that they would rather not. */
export function questionPage(
  question: AskedQuestion,
  readsAs: ReadsAs,
  form: DraftedForm,
  keys: FormKeys,
  errors: FieldErrors,
): Html {
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">How is the help for you?</h1>
<p class="govuk-body">${(readsAs === 'adult' ? adults : children)[question.occasion]} You do not have to answer. There is no wrong answer. The people who work with you read it.</p>
${draftedFormHtml(form, keys, questionFields(form, errors), 'Send my answer')}`
}

const questionFields = ({ values }: DraftedForm, errors: FieldErrors): Html => html`${radios({
  name: 'mark',
  value: textOf(values, 'mark'),
  fieldset: { legend: { text: 'How much does the help help?', classes: 'govuk-fieldset__legend--m' } },
  hint: { text: 'You can leave it out.' },
  errorMessage: errors.of('mark'),
  items: marks.map((text, at) => ({ value: `${at + 1}`, text })),
})}
${textarea({ name: 'words', label: { text: 'What do you want to tell us?', classes: 'govuk-label--m' }, hint: { text: 'What is good? What should be different? You can leave it out.' }, rows: 5, value: textOf(values, 'words'), errorMessage: errors.of('words') })}
${checkboxes({
  name: 'not',
  items: [{ value: 'yes', text: 'I would rather not say', checked: isTicked(values, 'not', 'yes') }],
})}`
