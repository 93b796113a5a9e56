import type { Uuid } from '#platform/ids'

export type Agency =
  | 'social_care'
  | 'police'
  | 'health'
  | 'education'
  | 'probation'
  | 'adult_mental_health'
  | 'substance_misuse'
  | 'domestic_abuse'
  | 'housing'
  | 'legal'
  | 'voluntary'
  | 'other'

export type Standing = 'mother' | 'father' | 'other_parent' | 'child' | 'carer' | 'relative' | 'supporter'
export type InviteeResponse = 'none' | 'coming' | 'apologies' | 'sends_somebody'
export type Attended = 'in_person' | 'online' | 'telephone' | 'did_not_come'

/** Somebody asked to a meeting. */
export type Invitee = {
  readonly id: Uuid
  readonly meetingId: Uuid
  readonly side: 'professional' | 'family'
  /** Of a professional. */
  readonly agency: Agency | null
  readonly workerId: Uuid | null
  readonly organisationId: Uuid | null
  readonly involvementId: Uuid | null
  /** Of the family. */
  readonly personId: Uuid | null
  readonly standing: Standing | null
  /** Who it is, in words: a name as the reader may know it, or the organisation's. */
  readonly name: string
  /** Where a professional works. */
  readonly organisation: string | null
  readonly telephone: string | null
  readonly needs: string | null
  readonly language: string | null
  readonly advocate: 'asked_for' | 'found' | 'declined' | null
  readonly invitedAt: Temporal.Instant
  readonly response: InviteeResponse
  readonly respondedAt: Temporal.Instant | null
  readonly reportExpected: boolean
  readonly chasedAt: readonly Temporal.Instant[]
  readonly excludedBecause: string | null
  readonly excludedBy: Uuid | null
  readonly attended: Attended | null
  /** Who came for them. */
  readonly cameInstead: string | null
  readonly recordSentAt: Temporal.Instant | null
  readonly recordSentHow: 'kith' | 'secure_email' | 'by_hand' | 'post' | null
  readonly recordAcknowledgedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
  readonly withdrawnBecause: string | null
  readonly version: number
}

/** Whether they, or somebody for them, took part. */
export const tookPart = ({ attended, withdrawnAt }: Pick<Invitee, 'attended' | 'withdrawnAt'>): boolean =>
  withdrawnAt === null && attended !== null && attended !== 'did_not_come'

/** Whether the invitation stands. */
export const isAsked = ({ withdrawnAt }: Pick<Invitee, 'withdrawnAt'>): boolean => withdrawnAt === null
