import type { FormKeys } from '#platform/http'
import {
  checkboxes,
  errorsAbove,
  type FieldErrors,
  formatTime,
  type Html,
  html,
  input,
  nothing,
  radios,
  textarea,
} from '#ui'
import type { ReadsAs } from '../../../keys/sessions.ts'
import { type DraftedForm, draftedFormHtml } from '../../draftedForm.ts'
import { isTicked, textOf } from '../../fields.ts'
import type { AskedMeeting } from '../../queries/readMeetings.ts'
import { dayWords, howWords, lengthWords, londonDay, meetingWords } from '../../words/portalWords.ts'

/** When, how long, how and where: in plain words. */
export const meetingHtml = (meeting: AskedMeeting, readsAs: ReadsAs): Html =>
  html`<p class="govuk-body"><strong>${dayWords(londonDay(meeting.at))} at ${formatTime(meeting.at)}</strong>, for about ${lengthWords(meeting.minutes)}.</p>
<p class="govuk-body">${meetingWords(meeting.kind, readsAs)}.</p>
<p class="govuk-body">${howWords(meeting.how)}${meeting.place === null ? nothing : html` Place: ${meeting.place}.`}</p>`

/** A meeting and the answer to it. */
export function meetingPage(
  meeting: AskedMeeting,
  readsAs: ReadsAs,
  form: DraftedForm,
  keys: FormKeys,
  errors: FieldErrors,
): Html {
  return html`${errorsAbove(errors)}<h1 class="govuk-heading-l">Your meeting</h1>
${meetingHtml(meeting, readsAs)}
${draftedFormHtml(form, keys, meetingFields(form, errors, readsAs), 'Send my answer')}`
}

function meetingFields({ values }: DraftedForm, errors: FieldErrors, readsAs: ReadsAs): Html {
  return html`<input type="hidden" name="version" value="${textOf(values, 'version')}">
${radios({
  name: 'response',
  value: textOf(values, 'response'),
  fieldset: { legend: { text: 'Are you coming?', classes: 'govuk-fieldset__legend--m' } },
  errorMessage: errors.of('response'),
  items: [
    { value: 'coming', text: 'Yes' },
    {
      value: 'apologies',
      text: readsAs === 'adult' ? 'No, I cannot come' : 'No, I do not want to come or cannot',
    },
  ],
})}
${textarea({ name: 'needs', label: { text: 'What do you need, so that you can take part?' }, hint: { text: 'You could ask for a lift or a break. Somebody could look after a child. You could be in another room than somebody else.' }, rows: 4, value: textOf(values, 'needs') })}
${input({ name: 'language', label: { text: 'Do you need an interpreter? Into which language?' }, classes: 'govuk-input--width-20', value: textOf(values, 'language') })}
${checkboxes({
  name: 'help',
  items: [
    {
      value: 'advocate',
      text: 'I want somebody on my side to help me say what I think',
      checked: isTicked(values, 'help', 'advocate'),
    },
  ],
})}`
}
