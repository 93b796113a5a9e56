import { type PersonSummary, personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { formatDateTime, type Html, html, insetText, nothing, tag } from '#ui'
import { inviteesOf } from '../queries/inviteesOf.ts'
import { meetingOf, partsIn } from '../queries/meetingOf.ts'
import type { Invitee } from '../rules/invitee.ts'
import { keeps, type Meeting, type MeetingPart } from '../rules/meeting.ts'
import { type Quorum, quorumOf } from '../rules/quorum.ts'
import { tabsOf } from './meetingTabs.ts'
import { agencyList, kindWords, statusWords, whenWords } from './words.ts'

/** A meeting as each of its pages begins: with its children, who is asked, and what its reader may do. */
export type OpenedMeeting = {
  readonly meeting: Meeting
  readonly children: readonly PersonSummary[]
  readonly invitees: readonly Invitee[]
  readonly quorum: Quorum
  readonly parts: readonly MeetingPart[]
  /** Whether the reader writes in it now: prepares it, or is asked to it. Never in the past. */
  readonly mayKeep: boolean
  /** The reader's own invitation. */
  readonly own: Invitee | null
}

/** A meeting for its pages; null when it is absent or not the reader's to know of: answer not_found. */
export async function openedMeeting(work: Work, meetingId: Uuid): Promise<OpenedMeeting | null> {
  const meeting = await meetingOf(work, meetingId)
  if (meeting === null) return null
  const parts = work.knownAt === null ? await partsIn(work, meetingId) : []
  const invitees = await inviteesOf(work, meetingId)
  const children = await personSummaries(work, meeting.personIds)
  return {
    meeting,
    children,
    invitees,
    quorum: quorumOf(meeting.kind, invitees),
    parts,
    mayKeep: keeps(parts),
    own: invitees.find(one => one.workerId === work.actor.id && one.withdrawnAt === null) ?? null,
  }
}

/** Whom its pages name, for the audit: its children, and those of the family who are asked. */
export const namedIn = ({
  meeting,
  invitees,
}: Pick<OpenedMeeting, 'meeting' | 'invitees'>): readonly Uuid[] => [
  ...new Set([...meeting.personIds, ...invitees.flatMap(({ personId }) => personId ?? [])]),
]

/** The child's name, as the reader may know it. */
export const childName = ({ children }: Pick<OpenedMeeting, 'children'>, personId: Uuid): string =>
  children.find(({ id }) => id === personId)?.displayName ?? 'A child whom you may not see'

const colours = {
  planned: 'govuk-tag--blue',
  in_session: 'govuk-tag--green',
  held: 'govuk-tag--grey',
  adjourned: 'govuk-tag--yellow',
  cancelled: 'govuk-tag--grey',
} as const

/** What stands above every page of a meeting. */
export function meetingHead(opened: OpenedMeeting, current: string): Html {
  const { meeting, children, parts } = opened
  return html`<h1 class="govuk-heading-l govuk-!-margin-bottom-2">${kindWords[meeting.kind]}</h1>
<p class="govuk-body govuk-!-margin-bottom-2">${tag({ text: statusWords[meeting.status], classes: colours[meeting.status] })} ${whenWords(meeting)}</p>
<p class="govuk-body">About ${children.map((child, place) => html`${place > 0 ? ', ' : ''}<a class="govuk-link" href="/people/${child.id}">${child.displayName}</a>`)}</p>
${tabsOf(meeting, parts, current)}`
}

/** Who of the quorum is lacking, said as soon as it is known. */
export function quorumHtml({ meeting, quorum }: Pick<OpenedMeeting, 'meeting' | 'quorum'>): Html {
  const { needs, notAsked, absent } = quorum
  if (needs.length === 0) return nothing
  if (meeting.status === 'held')
    return meeting.quorumException === null
      ? html`<p class="govuk-body">Quorate: ${agencyList(needs)} took part.</p>`
      : insetText({
          html: html`<strong>Held without a quorum</strong>: without ${agencyList(absent)}. ${meeting.quorumException} (recorded by ${meeting.quorumExceptionBy ?? 'somebody'})`,
        })
  if (meeting.status === 'cancelled' || meeting.status === 'adjourned') return nothing
  if (notAsked.length > 0)
    return insetText({
      html: html`<strong>Not asked yet: ${agencyList(notAsked)}.</strong> A strategy discussion needs ${agencyList(needs)}.`,
    })
  if (meeting.status === 'planned')
    return html`<p class="govuk-body">Asked: everybody whom it needs (${agencyList(needs)}).</p>`
  return absent.length === 0
    ? html`<p class="govuk-body"><strong>Quorate</strong>: ${agencyList(needs)} are there.</p>`
    : insetText({
        html: html`<strong>Not quorate: ${agencyList(absent)} not there.</strong> Note who is there in the room. To close without them, record why.`,
      })
}

/** A moment in words, or what to say without one. */
export const momentOr = (at: Temporal.Instant | null, none: string): string =>
  at === null ? none : formatDateTime(at)
