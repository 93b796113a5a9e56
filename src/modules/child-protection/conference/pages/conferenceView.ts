import type { Work } from '#platform/db'
import type { Uuid } from '#platform/ids'
import {
  type Contribution,
  childrenOf,
  contributionsOf,
  type MeetingChild,
  type View,
  viewsOf,
} from '../../meeting/index.ts'
import type { OpenedMeeting } from '../../meeting/pages/openedMeeting.ts'
import { type ReportGiven, reportGiven } from '../../sharing/queries/reportGiven.ts'
import {
  type Arrival,
  agenciesNeeded,
  type ConferenceLine,
  type Correction,
  correctionsOf,
  linesOf,
  reportsOf,
} from '../queries/conferenceOf.ts'
import { type ConferenceQuorum, conferenceQuorum } from '../rules/conference.ts'

/** A conference as its pages show it. */
export type ConferenceView = {
  readonly opened: OpenedMeeting
  readonly decided: readonly MeetingChild[]
  readonly views: readonly View[]
  readonly said: readonly Contribution[]
  readonly lines: readonly ConferenceLine[]
  readonly reports: readonly Arrival[]
  /** Who of the family had the report, as far as the reader reads copies. */
  readonly given: ReadonlyMap<Uuid, ReportGiven>
  readonly corrections: readonly Correction[]
  readonly quorum: ConferenceQuorum
  /** Whether the reader chairs it, and whether they lead or write it. */
  readonly isChair: boolean
  readonly mayWrite: boolean
}

export async function conferenceView(work: Work, opened: OpenedMeeting): Promise<ConferenceView> {
  const { meeting, invitees, parts } = opened
  return {
    opened,
    decided: await childrenOf(work, meeting),
    views: await viewsOf(work, meeting.id),
    said: await contributionsOf(work, meeting.id),
    lines: await linesOf(work, meeting.id),
    reports: await reportsOf(work, meeting.id),
    given: await reportGiven(work, meeting.id),
    corrections: await correctionsOf(work, meeting.id),
    quorum: conferenceQuorum(invitees, await agenciesNeeded(work)),
    isChair: parts.includes('chair'),
    mayWrite: parts.includes('chair') || parts.includes('line'),
  }
}
