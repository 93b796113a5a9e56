import { type FormValues, oneOf, ticksOf, typedOf } from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import {
  button,
  checkboxes,
  errorsAbove,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  nothing,
  summaryList,
} from '#ui'
import {
  type Contribution,
  type Invitee,
  isAsked,
  type MeetingChild,
  tookPart,
  type View,
} from '../../../meeting/index.ts'
import { meetingPath } from '../../../meeting/pages/meetingPath.ts'
import { type OpenedMeeting, quorumHtml } from '../../../meeting/pages/openedMeeting.ts'
import { entriesHtml } from '../../../meeting/pages/room/entries.ts'
import { thereHtml } from '../../../meeting/pages/room/there.ts'
import { inviteeWords } from '../../../meeting/pages/words.ts'
import { decisionsHtml } from '../../../meeting/pages/workspace/decisionsHtml.ts'

export const ways = {
  kith: 'They sign in here and read it',
  secure_email: 'Secure e-mail',
  by_hand: 'By hand',
  post: 'Post',
} as const

export type HeldDiscussion = {
  readonly opened: OpenedMeeting
  readonly decided: readonly MeetingChild[]
  readonly views: readonly View[]
  readonly said: readonly Contribution[]
}

type RecordView = HeldDiscussion & {
  readonly isPast: boolean
  readonly sent: FormValues
  readonly errors: FieldErrors
  readonly form: FormKeys
}

/** Professionals asked who have not had the record yet; its chair writes it and needs none. */
export const toSendTo = ({ invitees, meeting }: OpenedMeeting): readonly Invitee[] =>
  invitees.filter(
    one =>
      isAsked(one) &&
      one.side === 'professional' &&
      one.recordSentAt === null &&
      (one.workerId === null || one.workerId !== meeting.chairId),
  )

/** The record of a discussion, and to whom it went. */
export function recordHtml(view: RecordView): Html {
  const { opened, decided, views, said, errors } = view
  return html`${errorsAbove(errors)}
${quorumHtml(opened)}
<p class="govuk-body kith-no-print"><a class="govuk-link" href="${meetingPath(opened.meeting.id, '/record/print')}">Print the record (PDF)</a></p>
${acknowledgeForm(view)}
${thereHtml(opened)}
${decisionsHtml(opened, decided, views)}
<h2 class="govuk-heading-m">What was said</h2>
${entriesHtml({ ...opened, mayKeep: false, own: null }, said)}
${sentHtml(opened)}
${sendForm(view)}`
}

function acknowledgeForm({ opened: { own, meeting }, isPast, form }: RecordView): Html {
  if (isPast || !own || own.recordSentAt === null) return nothing
  if (own.recordAcknowledgedAt !== null)
    return html`<p class="govuk-body">You noted that you read it, ${formatDateTime(own.recordAcknowledgedAt)}.</p>`
  return html`<form method="post" action="${meetingPath(meeting.id, '/record/read')}">${formFields(form)}
<input type="hidden" name="version" value="${own.version}">
${button({ text: 'I have read this record', preventDoubleClick: true })}</form>`
}

function sentHtml({ invitees }: OpenedMeeting): Html {
  const sent = invitees.filter(({ recordSentAt }) => recordSentAt !== null)
  return html`<h2 class="govuk-heading-m">To whom the record went</h2>
${
  sent.length === 0
    ? html`<p class="govuk-body">To nobody yet. It goes to those who took part by the end of the next working day.</p>`
    : summaryList({
        rows: sent.map(one => ({
          key: { text: inviteeWords(one) },
          value: {
            text: `${formatDateTime(one.recordSentAt ?? one.invitedAt)}: ${one.recordSentHow === null ? '' : ways[one.recordSentHow].toLowerCase()}. ${one.recordAcknowledgedAt === null ? 'Not acknowledged yet' : `Read ${formatDateTime(one.recordAcknowledgedAt)}`}`,
          },
        })),
      })
}`
}

function sendForm({ opened, isPast, sent, errors, form }: RecordView): Html {
  const open = toSendTo(opened)
  if (isPast || !opened.mayKeep || open.length === 0) return nothing
  const isTyped = sent['how'] !== undefined || sent['to'] !== undefined
  const usual = open.filter(tookPart).map(keyOf)
  return html`<form method="post" action="${meetingPath(opened.meeting.id, '/record/sent')}" novalidate data-keep-on-failure>${formFields(form)}
${checkboxes({
  name: 'to',
  idPrefix: 'to',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'To whom did it go now?', classes: 'govuk-fieldset__legend--s' } },
  items: open.map(one => ({ value: keyOf(one), text: inviteeWords(one) })),
  values: isTyped ? ticksOf(sent, 'to') : usual,
  errorMessage: errors.of('to'),
})}
${oneOf('how', 'How?', ways, { values: { how: typedOf(sent, 'how') || 'kith' }, errors }, 'Nothing is sent by itself')}
${button({ text: 'Record as sent', preventDoubleClick: true })}</form>`
}

const keyOf = ({ id, version }: Invitee): string => `${id}@${version}`
