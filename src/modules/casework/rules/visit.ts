import type { Uuid } from '#platform/ids'

/** What kinds of note there are. A visit alone stops a visit clock. */
export const noteKinds = ['visit', 'telephone', 'meeting', 'message', 'other'] as const
export type NoteKind = (typeof noteKinds)[number]

/** Why a visit was made, where the law asks for it. */
export const visitPurposes = [
  'cp_visit',
  'cin_visit',
  'assessment_visit',
  's47_visit',
  'looked_after_visit',
  'private_fostering_visit',
  'other',
] as const
export type VisitPurpose = (typeof visitPurposes)[number]

export const visitOutcomes = ['held', 'no_access', 'refused', 'cancelled'] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

/** What is said of one child of a visit. `wasSeen` is null where being seen is not in question, as on the telephone. */
export type ChildOfVisit = {
  readonly personId: Uuid
  readonly wasSeen: boolean | null
  readonly wasSeenAlone: boolean | null
  readonly whyNotAlone: string | null
  readonly bedroomSeen: boolean | null
  /** What the child said, in the child's words. */
  readonly ownWords: string | null
  readonly observations: string | null
}

/** A visit, call or note, written once for every child it is about. */
export type Visit = {
  readonly kind: NoteKind
  readonly purpose: VisitPurpose | null
  readonly happenedAt: Temporal.Instant
  readonly place: string | null
  readonly outcome: VisitOutcome
  readonly body: string
  readonly children: readonly ChildOfVisit[]
  /** Set when it belongs in the short chronology: one line of what it means for the children. */
  readonly impact: string | null
  readonly nextVisitOn: Temporal.PlainDate | null
  /** A correction names the note it corrects and why. */
  readonly corrects: { readonly noteId: Uuid; readonly reason: string } | null
  /** Of the form that made it: sent twice, kept once. */
  readonly submission: Uuid
}

/** Longest narrative of a note, in characters. */
export const longestNarrative = 100_000

/** Longest of the short fields, in characters. */
export const longestLine = 1_000

/** Longest of what is said of one child, in characters. */
export const longestOfChild = 20_000
