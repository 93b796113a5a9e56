import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { button, type FieldErrors, formatDate, type Html, html, nothing, radios, tag, textarea } from '#ui'
import { type AgencyRequest, answerWords, purposeWords } from './requests.ts'

export type RequestsShown = {
  readonly personId: Uuid
  readonly requests: readonly AgencyRequest[]
  readonly readerId: Uuid
  /** Writes the record: may ask. */
  readonly mayAsk: boolean
  readonly today: Temporal.PlainDate
  readonly form: FormKeys
  readonly errors: FieldErrors
  readonly typed: (name: string) => string
}

export const requestPath = (personId: Uuid, rest: string): string =>
  `/people/${personId}/contributions/requests${rest}`

/** What the council asked of other agencies about a child; what waits for the reader's own answer stands first, with its form. */
export function requestsHtml(shown: RequestsShown): Html {
  const { personId, requests, readerId, mayAsk } = shown
  const own = requests.filter(one => one.workerId === readerId && one.answer === null)
  const others = requests.filter(one => !own.includes(one))
  const ask = mayAsk
    ? html`<p class="govuk-body"><a class="govuk-link" href="${requestPath(personId, '/new')}">Ask an agency what it knows</a></p>`
    : nothing
  return html`${own.map(one => ownRequest(one, shown))}${ask}${others.length === 0 ? nothing : html`<h2 class="govuk-heading-m">Asked of other agencies</h2><ul class="govuk-list">${others.map(one => line(one, shown))}</ul>`}`
}

function standing({ answer, answerBy, reason }: AgencyRequest, today: Temporal.PlainDate): Html {
  if (answer !== null)
    return html`${tag({ text: answerWords[answer], classes: answer === 'told' ? 'govuk-tag--green' : 'govuk-tag--grey' })}${reason === null ? nothing : html` “${reason}”`}`
  const isLate = Temporal.PlainDate.compare(answerBy, today) < 0
  return isLate
    ? tag({ text: `Was due ${formatDate(answerBy)}`, classes: 'govuk-tag--red' })
    : html`${tag({ text: 'Waits', classes: 'govuk-tag--blue' })} by ${formatDate(answerBy)}`
}

const line = (one: AgencyRequest, shown: RequestsShown): Html =>
  html`<li class="govuk-!-margin-bottom-4"><strong>${one.who}</strong> of ${one.organisation}: ${one.question}<br>${standing(one, shown.today)} <span class="govuk-hint">Asked by ${one.askedBy}, for: ${purposeWords[one.purpose]}</span>${shown.mayAsk && one.answer === null ? withdrawal(one, shown) : nothing}</li>`

const withdrawal = ({ id, who }: AgencyRequest, { personId, form }: RequestsShown): Html =>
  html`<form class="govuk-!-margin-top-2" method="post" action="${requestPath(personId, `/${id}/withdrawal`)}" novalidate>${formFields(form)}${button({ html: html`Withdraw<span class="govuk-visually-hidden"> what ${who} was asked</span>`, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`

function ownRequest(one: AgencyRequest, { personId, today, form, errors, typed }: RequestsShown): Html {
  return html`<div class="govuk-inset-text" id="request-${one.id}"><h2 class="govuk-heading-m">${one.askedBy} asks you</h2>
<p class="govuk-body">${one.question}</p>
<p class="govuk-body">${standing(one, today)}. For: ${purposeWords[one.purpose]}.</p>
<p class="govuk-body"><a class="govuk-button" href="/people/${personId}/contributions/new" role="button" draggable="false">Tell what you know</a></p>
<form method="post" action="${requestPath(personId, `/${one.id}`)}" novalidate>${formFields(form)}
${radios({
  name: 'answer',
  idPrefix: `answer-${one.id}`,
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'Or answer without telling', classes: 'govuk-fieldset__legend--s' } },
  items: [
    { value: 'nothing_known', text: 'We know nothing of this' },
    { value: 'not_shared', text: 'We know something and do not share it' },
  ],
  value: typed('answer'),
  errorMessage: errors.of(`answer-${one.id}`),
})}
${textarea({ name: 'reason', id: `reason-${one.id}`, rows: 2, label: { text: 'Why it is not shared', classes: 'govuk-label--s' }, hint: { text: 'Sharing must be more harmful to the child than not sharing' }, value: typed('reason'), errorMessage: errors.of(`reason-${one.id}`) })}
${button({ text: 'Answer', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form></div>`
}
