import type { Uuid } from '#platform/ids'
import type { AgendaItem } from './agenda.ts'

export type MeetingKind = 'strategy' | 'initial' | 'review' | 'transfer_in' | 'pre_birth' | 'core_group'
export type MeetingStatus = 'planned' | 'in_session' | 'held' | 'adjourned' | 'cancelled'
/** By what right somebody acted before there could be a discussion. */
export type ActedPower =
  | 'agreement'
  | 'accommodation'
  | 'police_protection'
  | 'emergency_protection_order'
  | 'exclusion_requirement'
  | 'interim_care_order'
  | 'none'
export type MeetingHow = 'in_person' | 'online' | 'mixed' | 'telephone'

/** A meeting about one child or several. */
export type Meeting = {
  readonly id: Uuid
  readonly kind: MeetingKind
  readonly personIds: readonly Uuid[]
  /** Why it is called. */
  readonly reason: string
  /** When there was reasonable cause to suspect significant harm; of a strategy discussion. */
  readonly identifiedAt: Temporal.Instant | null
  /** What somebody did before there could be a discussion, and when. */
  readonly actedFirst: string | null
  readonly actedAt: Temporal.Instant | null
  readonly actedBy: string | null
  readonly actedPower: ActedPower | null
  readonly plannedAt: Temporal.Instant
  readonly minutes: number
  readonly how: MeetingHow
  readonly place: string | null
  readonly chairId: Uuid | null
  readonly chairName: string | null
  readonly administratorId: Uuid | null
  readonly administratorName: string | null
  /** The one that this one continues. */
  readonly previousId: Uuid | null
  readonly agenda: readonly AgendaItem[]
  readonly status: MeetingStatus
  readonly startedAt: Temporal.Instant | null
  readonly endedAt: Temporal.Instant | null
  readonly stoppedBecause: string | null
  readonly quorumException: string | null
  readonly quorumExceptionBy: string | null
  /** Last day on which those invited read it. */
  readonly papersUntil: Temporal.PlainDate
  readonly version: number
}

/** How somebody stands to a meeting, as the database answers it. */
export type MeetingPart = 'line' | 'chair' | 'administrator' | 'invited'

/**
 * The last day on which those invited read the papers of a meeting that is planned for this moment: they acknowledge its record, and dissent.
 * @param days as the authority has set them (`papers.days`)
 */
export const papersUntil = (plannedAt: Temporal.Instant, days: number): Temporal.PlainDate =>
  plannedAt.toZonedDateTimeISO('Europe/London').toPlainDate().add({ days })

/** Whether it can still be moved, and people asked to it. */
export const isComing = ({ status }: Pick<Meeting, 'status'>): boolean =>
  status === 'planned' || status === 'in_session'

/** Whoever prepares a meeting: invites, moves, writes down what others say. */
export const keeps = (parts: readonly MeetingPart[]): boolean => parts.some(part => part !== 'invited')

/** Whether a meeting of this kind is a conference, which has an independent chair. */
export const isConferenceKind = (kind: MeetingKind): boolean => kind !== 'strategy' && kind !== 'core_group'

/** Whoever decides at it: the line of a strategy discussion or core group, the chair of any other. */
export const leads = (kind: MeetingKind, parts: readonly MeetingPart[]): boolean =>
  parts.includes('chair') || (!isConferenceKind(kind) && parts.includes('line'))

/** What was done first, and by whom. */
export const actedWords = ({ actedFirst, actedBy }: Pick<Meeting, 'actedFirst' | 'actedBy'>): string =>
  [actedFirst, actedBy === null ? null : `(${actedBy})`].filter(one => one !== null).join(' ')
