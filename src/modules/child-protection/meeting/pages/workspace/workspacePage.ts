import type { FormValues } from '#modules/casework'
import { draftConflict } from '#platform/drafts'
import type { FormKeys } from '#platform/http'
import {
  button,
  errorsAbove,
  type FieldErrors,
  formatDateTime,
  type Html,
  html,
  nothing,
  summaryList,
} from '#ui'
import { actedWords, isComing, isConferenceKind, leads, type Meeting } from '../../rules/meeting.ts'
import type { MeetingChild, View } from '../../rules/said.ts'
import { agendaHtml, keepsAgenda } from '../agenda/agendaHtml.ts'
import { meetingPath } from '../meetingPath.ts'
import { meetingHead, type OpenedMeeting, quorumHtml } from '../openedMeeting.ts'
import { answerWords, responseWords } from '../words.ts'
import { answerForm } from './answerForm.ts'
import { decisionsHtml } from './decisionsHtml.ts'
import { inviteesTable } from './inviteesTable.ts'

export type WorkspaceView = {
  readonly opened: OpenedMeeting
  readonly decided: readonly MeetingChild[]
  readonly views: readonly View[]
  /** What continues it, once it was adjourned. */
  readonly next: Meeting | null
  readonly isPast: boolean
  readonly isStale: boolean
  readonly sent: FormValues
  readonly errors: FieldErrors
  readonly form: FormKeys
}

/** A meeting's first page: what it is about, who is asked, what was decided. */
export function workspacePage(view: WorkspaceView): Html {
  const { opened, errors, isStale, decided, views } = view
  return html`${errorsAbove(errors)}${isStale ? staleHtml(view) : nothing}
${meetingHead(opened, '')}
${quorumHtml(opened)}
${opened.own === null || view.isPast || !isComing(opened.meeting) ? nothing : answerForm(view)}
${actions(view)}
${continuedHtml(view)}
${factsHtml(opened)}
${decisionsHtml(opened, decided, views)}
${isConferenceKind(opened.meeting.kind) ? nothing : agendaHtml(opened)}
<h2 class="govuk-heading-m">Who is asked</h2>
${inviteesTable(view)}`
}

/** Both texts: what was sent, and what stands now. */
function staleHtml({ opened: { own }, sent }: WorkspaceView): Html {
  const yours = typeof sent['response'] === 'string' ? sent['response'] : 'What you sent'
  const other =
    own === null
      ? 'Changed meanwhile'
      : `${responseWords[own.response]}${own.needs === null ? '' : `: ${own.needs}`}`
  return draftConflict({
    between: 'record',
    differences: [
      { label: 'The invitation', yours: answerWords[yours as keyof typeof answerWords] ?? yours, other },
    ],
  })
}

/** What whoever prepares or leads it may do next. */
function actions({ opened: { meeting, parts, mayKeep }, isPast }: WorkspaceView): Html {
  if (isPast || !mayKeep || !isComing(meeting)) return nothing
  const isLed = leads(meeting.kind, parts)
  const link = (part: string, words: string) =>
    html`<li><a class="govuk-link" href="${meetingPath(meeting.id, part)}">${words}</a></li>`
  const isPlanned = meeting.status === 'planned'
  return html`<div class="kith-no-print">
${isPlanned && isLed ? button({ text: 'Open the meeting', href: meetingPath(meeting.id, '/attendance') }) : nothing}
<ul class="govuk-list">
${link('/invitees', 'Ask people, write down answers')}
${isPlanned ? link('/move', parts.some(part => part !== 'administrator') ? 'Move the meeting, name its chair and administrator' : 'Move the meeting') : nothing}
${keepsAgenda(meeting, parts) ? link('/agenda', 'Change the agenda') : nothing}
${isPlanned && isLed ? link('/cancel', 'Call the meeting off') : nothing}
${!isPlanned && isLed ? link(isConferenceKind(meeting.kind) ? '/conference/adjourn' : '/adjourn', 'Adjourn the meeting') : nothing}
</ul></div>`
}

/** Of an adjourned meeting: what continues it, or the way to plan that. */
function continuedHtml({ opened: { meeting, parts }, next, isPast }: WorkspaceView): Html {
  if (meeting.status !== 'adjourned') return nothing
  if (next !== null)
    return html`<p class="govuk-body">It goes on in <a class="govuk-link" href="${meetingPath(next.id)}">the meeting that continues it</a>, ${formatDateTime(next.plannedAt)}.</p>`
  if (isPast || !parts.includes('line'))
    return html`<p class="govuk-body">No meeting that continues it is planned yet.</p>`
  return html`<p class="kith-no-print">${button({ text: 'Plan the meeting that continues it', href: meetingPath(meeting.id, '/continue') })}</p>`
}

function factsHtml({ meeting }: OpenedMeeting): Html {
  const rows: readonly (readonly [string, string | Html])[] = [
    ['Why it is called', html`<span class="kith-typed">${meeting.reason}</span>`],
    ...(meeting.identifiedAt
      ? [['Reasonable cause since', formatDateTime(meeting.identifiedAt)] as const]
      : []),
    ...(meeting.actedAt
      ? [
          [
            'Acted first',
            html`${formatDateTime(meeting.actedAt)}: <span class="kith-typed">${actedWords(meeting)}</span>`,
          ] as const,
        ]
      : []),
    ['Chair', meeting.chairName ?? 'Not known yet'],
    ...(meeting.administratorName ? [['Administrator', meeting.administratorName] as const] : []),
    ...(meeting.startedAt ? [['Began', formatDateTime(meeting.startedAt)] as const] : []),
    ...(meeting.endedAt ? [['Ended', formatDateTime(meeting.endedAt)] as const] : []),
    ...(meeting.stoppedBecause
      ? [['Why it stopped', html`<span class="kith-typed">${meeting.stoppedBecause}</span>`] as const]
      : []),
    ...(meeting.previousId
      ? [
          [
            'Continues',
            html`<a class="govuk-link" href="${meetingPath(meeting.previousId)}">an earlier meeting</a>`,
          ] as const,
        ]
      : []),
  ]
  return summaryList({
    rows: rows.map(([key, value]) => ({
      key: { text: key },
      value: typeof value === 'string' ? { text: value } : { html: value },
    })),
  })
}
