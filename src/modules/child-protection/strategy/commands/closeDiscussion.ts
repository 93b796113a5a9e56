import { writableSubjects } from '#modules/casework'
import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { addAction } from '../../enquiry/commands/addToEnquiry.ts'
import { recordDiscussion, type Started, startEnquiry } from '../../enquiry/index.ts'
import { openEnquiries, openEpisodes } from '../../enquiry/queries/enquirable.ts'
import {
  closeMeeting,
  giveView,
  type Invitee,
  inviteesOf,
  type Meeting,
  type MeetingVersion,
  quorumOf,
  tookPart,
  viewsOf,
} from '../../meeting/index.ts'

/** What the discussion decides of one child, and who does not agree. */
export type ChildDecision = {
  readonly personId: Uuid
  readonly decision: 'start_enquiry' | 'no_enquiry' | 'enquiry_continues'
  readonly reasons: string
  /** Of an enquiry that starts. */
  readonly isJointWithPolice: boolean | null
  readonly seeChildBy: Temporal.Instant | null
  readonly dissents: readonly { readonly inviteeId: Uuid; readonly reasons: string }[]
}

export type DiscussionClosing = MeetingVersion & {
  readonly children: readonly ChildDecision[]
  readonly quorumException: string | null
  /** Who leads the enquiries that start. */
  readonly leadWorkerId: Uuid | null
  readonly lines: readonly { readonly question: string; readonly who: string }[]
}

export type ClosedDiscussion =
  | { readonly outcome: 'closed' }
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'refused'; readonly because: 'quorum' | 'undecided' }
  /** An enquiry of this child may not start: one is open, no referral is, or the record is not the actor's to write. */
  | { readonly outcome: 'refused'; readonly because: Refusal; readonly personId: Uuid }

type Refusal = Extract<Started, { readonly outcome: 'refused' }>['because'] | 'no_enquiry_open'

/**
 * Closes a strategy discussion: who dissents, a decision on each child with its reasons, and the enquiries that start or go on, all
 * in one transaction. It decides whether to enquire, plans that, and nothing else; and sends nothing.
 */
export async function closeDiscussion(work: Work, closing: DiscussionClosing): Promise<ClosedDiscussion> {
  const refused = await refusal(work, closing)
  if (refused !== null) return refused
  const invitees = await inviteesOf(work, closing.meetingId)
  const { absent } = quorumOf('strategy', invitees)
  const closed = await closeMeeting(work, {
    meetingId: closing.meetingId,
    version: closing.version,
    decisions: closing.children,
    absent,
    quorumException: closing.quorumException,
  })
  if (closed.outcome !== 'closed') return closed
  await keepDissents(work, closing)
  const discussion = discussionOf(
    work,
    closed.meeting,
    invitees,
    absent.length > 0 ? closing.quorumException : null,
  )
  await begin(work, closing, discussion)
  await goOn(work, closing, discussion)
  await keepActs(work, closing, closed.meeting)
  return { outcome: 'closed' }
}

/** What stands in the way of what is decided, looked for before anything is written. */
async function refusal(
  work: Work,
  { children }: Pick<DiscussionClosing, 'children'>,
): Promise<Extract<ClosedDiscussion, { readonly personId: Uuid }> | null> {
  const ids = children.map(({ personId }) => personId)
  const open = new Set((await openEnquiries(work, ids)).map(({ personId }) => personId))
  const referred = new Set((await openEpisodes(work, ids)).map(({ personId }) => personId))
  const writable = await writableSubjects(work, ids)
  for (const { personId, decision } of children) {
    const because = (why: Refusal) => ({ outcome: 'refused', because: why, personId }) as const
    if (decision === 'enquiry_continues' && !open.has(personId)) return because('no_enquiry_open')
    if (decision !== 'start_enquiry') continue
    if (!writable.has(personId)) return because('may_not_write')
    if (open.has(personId)) return because('open_enquiry')
    if (!referred.has(personId)) return because('no_referral')
  }
  return null
}

type Held = ReturnType<typeof discussionOf>

const discussionOf = (
  work: Work,
  meeting: Meeting,
  invitees: readonly Invitee[],
  quorumException: string | null,
) => ({
  heldAt: meeting.startedAt ?? work.now,
  tookPart: [...new Set(invitees.filter(tookPart).map(one => agencyOf(one)))],
  quorumException,
  meetingId: meeting.id,
})

/** Agencies as an enquiry names them. */
function agencyOf({ agency }: Invitee) {
  return agency === 'social_care' || agency === 'police' || agency === 'health' || agency === 'education'
    ? agency
    : ('other' as const)
}

/** Children of whom the same was decided for the same reasons begin together. */
async function begin(work: Work, closing: DiscussionClosing, discussion: Held): Promise<void> {
  const starting = closing.children.filter(({ decision }) => decision === 'start_enquiry')
  const alike = Map.groupBy(starting, one => `${one.isJointWithPolice} ${one.seeChildBy} ${one.reasons}`)
  for (const [first, ...rest] of alike.values()) {
    if (first === undefined) continue
    const started = await startEnquiry(work, {
      personIds: [first, ...rest].map(({ personId }) => personId),
      beganAt: work.now,
      discussion: { ...discussion, decided: first.reasons },
      action: null,
      isJointWithPolice: first.isJointWithPolice === true,
      leadWorkerId: closing.leadWorkerId ?? work.actor.id,
      seeChildBy: first.seeChildBy,
      lines: closing.lines.map(line => ({ ...line, dueOn: null })),
    })
    if (started.outcome === 'refused') throw new Error(`An enquiry may not start: ${started.because}`) // looked for before
  }
}

/** An enquiry that somebody began at once, or that is under way: the discussion is written into it. */
async function goOn(work: Work, closing: DiscussionClosing, discussion: Held): Promise<void> {
  for (const { personId, reasons } of closing.children.filter(one => one.decision === 'enquiry_continues')) {
    const open = await openEnquiries(work, [personId])
    if (open.length > 0) await recordDiscussion(work, open, { ...discussion, decided: reasons }, null)
  }
}

/** What somebody did before there could be a discussion stands in each enquiry that it began or went on with. */
async function keepActs(work: Work, { children }: DiscussionClosing, meeting: Meeting): Promise<void> {
  const { actedFirst, actedBy, actedAt, actedPower } = meeting
  if (actedFirst === null || actedBy === null || actedAt === null || actedPower === null) return
  const enquired = children.filter(({ decision }) => decision !== 'no_enquiry')
  const enquiries = await openEnquiries(
    work,
    enquired.map(({ personId }) => personId),
  )
  if (enquiries.length === 0) return
  await addAction(work, enquiries, {
    done: actedFirst,
    doneBy: actedBy,
    doneAt: actedAt,
    power: actedPower,
    powerRemark: null,
    meetingId: meeting.id,
  })
}

async function keepDissents(work: Work, { meetingId, children }: DiscussionClosing): Promise<void> {
  const views = await viewsOf(work, meetingId)
  for (const { personId, dissents } of children)
    for (const { inviteeId, reasons } of dissents) {
      const given = views.find(one => one.inviteeId === inviteeId && one.personId === personId)
      await giveView(work, {
        meetingId,
        inviteeId,
        personId,
        view: given?.view ?? null,
        category: null,
        reasons: given?.reasons ? `${given.reasons}\n${reasons}` : reasons,
        safety: given?.safety ?? null,
        safetyWhy: given?.safetyWhy ?? null,
        dissents: true,
        version: given?.version ?? null,
      })
    }
}
