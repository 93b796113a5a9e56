import { type FormKeys, formFields } from '#platform/http'
import { button, denseTable, formatDateTime, type Html, html, nothing } from '#ui'
import type { Invitee } from '../../rules/invitee.ts'
import { isComing } from '../../rules/meeting.ts'
import { meetingPath } from '../meetingPath.ts'
import { momentOr, type OpenedMeeting } from '../openedMeeting.ts'
import { attendedWords, inviteeWords, responseWords } from '../words.ts'

type Shown = { readonly opened: OpenedMeeting; readonly isPast: boolean; readonly form: FormKeys }

/** Everybody who is or was asked, with their answer, whether they came, and whether they have the record. */
export function inviteesTable({ opened, isPast, form }: Shown): Html {
  const { meeting, invitees, mayKeep } = opened
  if (invitees.length === 0) return html`<p class="govuk-body">Nobody is asked yet.</p>`
  const chases = mayKeep && !isPast && isComing(meeting)
  return denseTable({
    caption: 'Who is asked',
    captionClasses: 'govuk-visually-hidden',
    head: [{ text: 'Who' }, { text: 'Answer' }, { text: 'There' }, { text: 'Record' }],
    rows: invitees.map(one => [
      { html: html`${inviteeWords(one)}${one.telephone === null ? nothing : html`<br>${one.telephone}`}` },
      { html: answerCell(one, chases, form) },
      { text: one.attended === null ? '' : attendedWords[one.attended] },
      { text: recordWords(one) },
    ]),
  })
}

function answerCell(one: Invitee, chases: boolean, form: FormKeys): Html {
  if (one.withdrawnAt !== null)
    return html`Taken back ${formatDateTime(one.withdrawnAt)}: ${one.withdrawnBecause}`
  const said = html`${responseWords[one.response]}${one.needs === null ? nothing : html`: <span class="kith-typed">${one.needs}</span>`}`
  const last = one.chasedAt.at(-1)
  const reminded = last === undefined ? nothing : html`<br>Reminded ${formatDateTime(last)}`
  if (!chases || one.response !== 'none') return html`${said}${reminded}`
  return html`${said}${reminded}<form method="post" action="${meetingPath(one.meetingId, '/chase')}">${formFields(form)}
<input type="hidden" name="invitee" value="${one.id}"><input type="hidden" name="version" value="${one.version}">
${button({ html: html`Note a reminder<span class="govuk-visually-hidden"> to ${inviteeWords(one)}</span>`, classes: 'govuk-button--secondary govuk-!-margin-bottom-0', preventDoubleClick: true })}</form>`
}

const recordWords = ({ recordSentAt, recordAcknowledgedAt }: Invitee): string =>
  recordAcknowledgedAt !== null
    ? `Read ${formatDateTime(recordAcknowledgedAt)}`
    : momentOr(recordSentAt, '') === ''
      ? ''
      : `Sent ${momentOr(recordSentAt, '')}`
