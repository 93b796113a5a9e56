import { type FormKeys, formFields } from '#platform/http'
import { button, type fieldErrors, formatDateTime, type Html, html, nothing, radios, textarea } from '#ui'
import type { NoticeQuestion } from '../../notices/queries/questions.ts'
import { waysOfSending } from '../answerNotice.ts'
import { answerWords, wayWords } from '../answerWords.ts'

type Shown = {
  readonly question: NoticeQuestion
  readonly typed: (name: string) => string
  readonly form: FormKeys
  readonly errors: ReturnType<typeof fieldErrors>
}

/** What was decided, by whom and why, with what can be done next: a wrong match taken back, a sending on said to be done. */
export function decidedHtml(page: Shown): Html {
  const { answer, answeredAt, answeredBy, note } = page.question
  if (answer === null) return nothing
  return html`<p class="govuk-body">${answerWords[answer]}: ${answeredBy ?? 'somebody'}, ${answeredAt === null ? '' : formatDateTime(answeredAt)}${note === null ? '' : html`. “${note}”`}</p>
${answer === 'matched' ? undo(page) : nothing}${answer === 'sent_on' ? sending(page) : nothing}`
}

const undo = ({ question, typed, form, errors }: Shown): Html =>
  html`<h2 class="govuk-heading-m">Is it the wrong person?</h2>
<p class="govuk-body">The question then waits again. Whoever was told because of the match is told that it was wrong, and no longer reads the notice.</p>
<form method="post" action="/partner-notices/queue/${question.id}/undo" novalidate>${formFields(form)}
${textarea({ name: 'because', id: 'because', rows: 3, label: { text: 'Why is it wrong?', classes: 'govuk-label--s' }, value: typed('because'), errorMessage: errors.of('because') })}
${button({ text: 'Take the match back', classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`

function sending({ question, typed, form, errors }: Shown): Html {
  const { council, councilContact, sentOnAt, sentOnBy, sentOnHow, notShared } = question
  if (sentOnAt !== null && sentOnHow !== null)
    return html`<p class="govuk-body">Sent to ${council ?? ''}, ${formatDateTime(sentOnAt)}, ${sentOnBy ?? ''}. ${wayWords[sentOnHow]}. Not shared: ${notShared ?? 'nothing was held back of the notice'}.</p>`
  return html`<h2 class="govuk-heading-m">Send it to ${council ?? ''}</h2>
<p class="govuk-body">To ${councilContact ?? ''}. <a class="govuk-link" href="/partner-notices/queue/${question.id}/notice">The notice to send or print</a>. Of the county’s own record nothing goes with it.</p>
<form method="post" action="/partner-notices/queue/${question.id}/sent" novalidate>${formFields(form)}
${radios({ name: 'how', idPrefix: 'how', fieldset: { legend: { text: 'How was it sent?', classes: 'govuk-fieldset__legend--s' } }, items: waysOfSending.map(value => ({ value, text: wayWords[value] })), value: typed('how'), errorMessage: errors.of('how') })}
${textarea({ name: 'notShared', id: 'notShared', rows: 2, label: { text: 'What of the notice was not shared, and why (optional)', classes: 'govuk-label--s' }, value: typed('notShared'), errorMessage: errors.of('notShared') })}
${button({ text: 'It was sent', preventDoubleClick: true })}</form>`
}
