import { type FormValues, lineField, oneOf } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import { button, type FieldErrors, type Html, html, nothing } from '#ui'
import { meetingPath } from '../meetingPath.ts'
import type { OpenedMeeting } from '../openedMeeting.ts'
import { answerWords } from '../words.ts'

type Answering = {
  readonly opened: OpenedMeeting
  readonly sent: FormValues
  readonly errors: FieldErrors
  readonly form: FormKeys
  /** The page to come back to; the meeting's first without it. */
  readonly from?: 'yours'
}

/** One's own answer to an invitation. */
export function answerForm({ opened: { meeting, own }, sent, errors, form, from }: Answering): Html {
  if (own === null) return nothing
  const stands = { response: own.response === 'none' ? '' : own.response, needs: own.needs ?? '' }
  const values = sent['response'] === undefined && sent['needs'] === undefined ? stands : sent
  return html`<form method="post" action="${meetingPath(meeting.id, '/answer')}" novalidate data-keep-on-failure>${formFields(form)}
<input type="hidden" name="version" value="${own.version}">${from === undefined ? nothing : html`<input type="hidden" name="from" value="${from}">`}
${oneOf('response', 'Are you coming?', answerWords, { values, errors })}
${lineField('needs', 'What you need, or who comes in your place', { values, errors })}
${button({ text: 'Save your answer', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`
}
