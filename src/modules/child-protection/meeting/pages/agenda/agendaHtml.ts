import { type Html, html, nothing, plural, table } from '#ui'
import { type AgendaItem, minutesOf } from '../../rules/agenda.ts'
import { isComing, type Meeting, type MeetingPart } from '../../rules/meeting.ts'
import { meetingPath } from '../meetingPath.ts'

/** Whether the reader may change the agenda now: its chair, and its administrator. */
export const keepsAgenda = ({ status }: Pick<Meeting, 'status'>, parts: readonly MeetingPart[]): boolean =>
  isComing({ status }) && parts.some(part => part === 'chair' || part === 'administrator')

/** What a meeting speaks of, in order; nothing where nobody has set it and the reader may not. */
export function agendaHtml({
  meeting,
  parts,
}: {
  readonly meeting: Meeting
  readonly parts: readonly MeetingPart[]
}): Html {
  const change = keepsAgenda(meeting, parts)
    ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${meetingPath(meeting.id, '/agenda')}">Change the agenda</a></p>`
    : nothing
  if (meeting.agenda.length === 0)
    return change === nothing
      ? nothing
      : html`<h2 class="govuk-heading-m">Agenda</h2><p class="govuk-body">Nothing is set yet.</p>${change}`
  return html`${table({
    caption: 'Agenda',
    captionClasses: 'govuk-table__caption--m',
    head: [{ text: 'What, and who leads' }, { text: 'Time', format: 'numeric' }],
    rows: meeting.agenda.map((item, at) => [
      {
        html: html`${at + 1}. ${item.title}${item.lead === null ? nothing : html`<br><span class="govuk-hint govuk-!-margin-bottom-0">${item.lead}</span>`}`,
      },
      { text: item.minutes === null ? '' : `${item.minutes} min`, format: 'numeric' },
    ]),
  })}<p class="govuk-body">${minutesWords(meeting.agenda, meeting.minutes)}</p>${change}`
}

/** The minutes of all items beside those that the meeting has. */
export function minutesWords(items: readonly AgendaItem[], has: number): string {
  const allotted = minutesOf(items)
  const of = `${plural(allotted, 'minute')} of ${has}`
  return allotted > has ? `${of}: more than the meeting has.` : `${of}.`
}
