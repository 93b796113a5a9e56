import type { Uuid } from '#platform/ids'
import type { PictureName } from './pictures.ts'
import type { PaperKind, PaperStatus, PartSource } from './words.ts'

/** A report, record or plan, written in parts for a meeting. */
export type Paper = {
  readonly id: Uuid
  readonly kind: PaperKind
  readonly meetingId: Uuid
  readonly inviteeId: Uuid | null
  readonly personIds: readonly Uuid[]
  readonly documentId: Uuid | null
  readonly status: PaperStatus
  readonly finishedAt: Temporal.Instant | null
  readonly finishedBy: string | null
  readonly replacesId: Uuid | null
  readonly correctionReason: string | null
  readonly madeBy: Uuid
  readonly madeByName: string | null
  /** Why its file could not be read whole, and who says that they did. */
  readonly unread: string | null
  readonly readThroughBy: string | null
  /** Text of its file that no page of it shows. */
  readonly hiddenWords: string | null
  readonly hiddenDecision: 'left_out' | 'taken_in' | null
  readonly version: number
}

export type Audience = 'mother' | 'father' | 'child' | 'carer' | 'school' | 'health' | 'police' | 'other'
export type Origin = 'assessment' | 'enquiry' | 'plan' | 'document' | 'paper'

/** One part of a paper: a heading with words, or a line of a plan. */
export type PaperPart = {
  readonly id: Uuid
  readonly paperId: Uuid
  readonly place: number
  readonly heading: string
  readonly words: string
  /** Whose matters it tells; none: all the paper's children. */
  readonly personIds: readonly Uuid[]
  readonly source: PartSource
  readonly sourceWords: string | null
  readonly isThirdParty: boolean
  readonly offeredTo: readonly Audience[]
  readonly dataClass: 'B3' | 'C3'
  readonly line: {
    readonly who: string
    readonly personId: Uuid | null
    readonly byWhen: Temporal.PlainDate | null
  } | null
  readonly origin: { readonly kind: Origin; readonly id: Uuid; readonly words: string | null } | null
  readonly pairs: readonly { readonly words: string; readonly picture: PictureName }[]
  readonly version: number
}

/** Whether one part goes to one recipient. */
export type Showing = {
  readonly id: Uuid
  readonly partId: Uuid
  readonly recipientKey: string
  readonly shows: boolean
  readonly ground: Ground | null
  readonly why: string | null
  readonly version: number
}

export type Ground = 'safety' | 'third_party' | 'not_theirs' | 'age' | 'police' | 'legal' | 'other'
export const grounds: Readonly<Record<Ground, string>> = {
  safety: 'It would put somebody at risk',
  third_party: 'Somebody else told it in confidence',
  not_theirs: 'It is about somebody else',
  age: 'The child is too young for it',
  police: 'Police asked that it is not shared',
  legal: 'A court or legal advice',
  other: 'Another reason',
}

/** Somebody who may be given a copy: of the family, or invited for an agency. */
export type Recipient = {
  readonly key: string
  readonly personId: Uuid | null
  readonly inviteeId: Uuid | null
  /** As the reader may know them. */
  readonly name: string
  /** "mother", "child of 15", "police" */
  readonly standing: string
  readonly audience: Audience
  /** A child's age in years. */
  readonly age: number | null
  readonly needs: string | null
  readonly language: string | null
  /** Children of the paper whose matters they may have without a decision of its own. */
  readonly mayHave: readonly Uuid[]
}

export const recipientKey = (of: {
  readonly personId: Uuid | null
  readonly inviteeId: Uuid | null
}): string => (of.personId === null ? `i:${of.inviteeId}` : `p:${of.personId}`)

/** Children whom the shown parts tell of; where none is named, all of the paper. */
export function childrenOfCopy(
  paper: Pick<Paper, 'personIds'>,
  shown: readonly PaperPart[],
): readonly Uuid[] {
  const told = shown.flatMap(({ personIds }) => (personIds.length === 0 ? paper.personIds : personIds))
  const children = paper.personIds.filter(id => told.includes(id))
  return children.length === 0 ? paper.personIds : children
}
