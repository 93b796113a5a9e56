import { buttonForm, roleWord } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import type { Uuid } from '#platform/ids'
import {
  button,
  type FieldErrors,
  formatDate,
  formatDateTime,
  type Html,
  html,
  nothing,
  tag,
  textarea,
} from '#ui'
import type { Contribution, ContributionQuery } from '../queries/readContributions.ts'
import { saidFields, saidWords } from '../told.ts'

/** Who reads it, and what they may do with it. */
export type Reading = {
  readonly form: FormKeys
  readonly readerId: Uuid
  /** Writes the record of the child. */
  readonly keepsRecord: boolean
  /** Of a question or an answer that was sent empty: by the name of its field. */
  readonly errors: FieldErrors
}

export const pathOf = (personId: Uuid, rest = ''): string => `/people/${personId}/contributions${rest}`

/** One contribution with its source, and below it what stood before it was corrected. */
export function contributionHtml(one: Contribution, all: readonly Contribution[], reading: Reading): Html {
  const before = all.find(({ id }) => id === one.correctsId)
  const isOwn = one.authorId === reading.readerId
  return html`<article class="govuk-!-margin-bottom-7" id="told-${one.id}"><h2 class="govuk-heading-m govuk-!-margin-bottom-1">${roleWord(one.role)}, ${formatDateTime(one.writtenAt)}</h2>
<p class="govuk-hint">${one.authorName} of ${one.organisation}, whose data it is. ${one.seenOn === null ? 'When the child was last seen is not said.' : html`Last saw the child ${formatDate(one.seenOn)}.`}</p>
${saidHtml(one)}
${one.correctionReason === null ? nothing : html`<p class="govuk-hint">Corrected: ${one.correctionReason}</p>`}
${before === undefined ? nothing : html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">What stood before<span class="govuk-visually-hidden">, ${formatDateTime(before.writtenAt)}</span></span></summary><div class="govuk-details__text">${saidHtml(before)}</div></details>`}
${one.queries.map(query => queryHtml(one, query, isOwn, reading))}
${isOwn ? ownForms(one, reading.form) : html`<p class="govuk-body">${one.familyMayKnow ? 'Its author agrees that the family is told.' : 'Ask its author before the family is told.'}</p>`}
${isOwn || !reading.keepsRecord ? readLine(one) : readerForms(one, reading)}</article>`
}

const saidHtml = (one: Contribution): Html =>
  html`<dl class="govuk-summary-list">${saidFields
    .filter(field => one[field] !== null)
    .map(
      field =>
        html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${saidWords[field]}</dt><dd class="govuk-summary-list__value kith-prose">${one[field]}</dd></div>`,
    )}</dl>`

const readLine = ({ readAt }: Contribution): Html =>
  html`<p class="govuk-body">${readAt === null ? tag({ text: 'Not read yet', classes: 'govuk-tag--yellow' }) : `Read by whoever holds the record ${formatDateTime(readAt)}.`}</p>`

function queryHtml(
  one: Contribution,
  { id, askedBy, askedAt, question, answer }: ContributionQuery,
  isOwn: boolean,
  { form, errors }: Reading,
): Html {
  const asked = html`<p class="govuk-body"><strong>${askedBy} asks for a correction</strong>, ${formatDateTime(askedAt)}: ${question}</p>`
  if (answer !== null) return html`${asked}<p class="govuk-body">Answered: ${answer}</p>`
  if (!isOwn) return html`${asked}<p class="govuk-body">Its author has not answered yet.</p>`
  return html`${asked}<p class="govuk-body"><a class="govuk-link" href="${pathOf(one.personId, `/${one.id}/correct`)}">Correct it</a>, or say why it stands:</p>
${buttonForm(pathOf(one.personId, `/queries/${id}`), html`It stands as I told it`, form, textarea({ name: 'answer', id: `answer-${id}`, rows: 2, label: { text: 'Why it stands', classes: 'govuk-label--s' }, errorMessage: errors.of(`answer-${id}`) }))}`
}

function ownForms(one: Contribution, form: FormKeys): Html {
  const [next, words, now] = one.familyMayKnow
    ? (['no', 'Ask me first', 'You agree that the family is told.'] as const)
    : (['yes', 'The family may be told', 'You are asked before the family is told.'] as const)
  return html`<p class="govuk-body">${now} <a class="govuk-link" href="${pathOf(one.personId, `/${one.id}/correct`)}">Correct this<span class="govuk-visually-hidden"> of ${formatDateTime(one.writtenAt)}</span></a></p>
${buttonForm(pathOf(one.personId, `/${one.id}/family`), html`${words}`, form, html`<input type="hidden" name="family" value="${next}">`)}`
}

function readerForms(one: Contribution, { form, errors }: Reading): Html {
  const waits = one.queries.some(({ answer }) => answer === null)
  return html`${one.readAt === null ? buttonForm(pathOf(one.personId, `/${one.id}/read`), html`I have read this`, form) : readLine(one)}
${
  waits
    ? nothing
    : html`<details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Something in it is wrong</span></summary><div class="govuk-details__text"><form method="post" action="${pathOf(one.personId, `/${one.id}/ask`)}">${formFields(form)}${textarea(
        {
          name: 'question',
          id: `question-${one.id}`,
          rows: 3,
          label: { text: `What should ${one.organisation} correct?`, classes: 'govuk-label--s' },
          errorMessage: errors.of(`question-${one.id}`),
        },
      )}${button({ text: 'Ask the source', classes: 'govuk-button--secondary', preventDoubleClick: true })}</form></div></details>`
}`
}
