import type { Uuid } from '#platform/ids'
import type { TestRecord } from '#test/record.ts'
import type { SentFile } from '#test/signIn.ts'
import type { Row } from '../oracle/index.ts'
import type { Mark } from './marks.ts'
import type { Visitors } from './routeServer.ts'
import type { Staff, StaffName } from './staff.ts'

/** One person and a row of theirs in every table that a page shows or an address names. */
export type Told = {
  readonly personId: Uuid
  readonly familyId: Uuid
  readonly noteId: Uuid
  readonly clockId: Uuid
  readonly alertId: Uuid
  readonly taskId: Uuid
  readonly involvementId: Uuid
  readonly allocationId: Uuid
  /** Rows that the details pages change, by the part of the person that they belong to. */
  readonly rowIds: Readonly<Record<string, Uuid>>
}

/** Whose record an address may name: by what it is to the holder, who works with `own`; a wall stands around `guarded`. */
export const whoses = ['own', 'sibling', 'other', 'sealed', 'besideSealed', 'ended', 'guarded'] as const
export type Whose = (typeof whoses)[number]

/** What stands behind a wall around a mother and the child who lives with her, before the father. */
export type Wall = {
  readonly wallId: Uuid
  readonly mother: Uuid
  readonly father: Uuid
  /** The mother's account at the portal, with a channel. */
  readonly accountId: Uuid
  /** A confidential address of each of the two. */
  readonly addressIds: Readonly<Record<'guarded' | 'mother', Uuid>>
  /** Marked as safety data (C3): what was said at the child's conference, and a part of the report to it. */
  readonly saidId: Uuid
  readonly partId: Uuid
  readonly letterId: Uuid
}

/** A small county in which every kind of relationship between a worker and a child happens once. */
export type County = {
  readonly staff: Staff
  readonly people: Readonly<Record<Whose, Told>>
  readonly runId: Uuid
  /** Ended openings of their records that wait for a review. */
  readonly openings: Readonly<Record<'own' | 'sealed' | 'other', Uuid>>
  readonly wall: Wall
  readonly marks: readonly Mark[]
  /** Everyone recorded, for finding their ids in pages. */
  readonly personIds: readonly Uuid[]
}

/** What a page about a record does for somebody who may read these rows: all of them, or it hides that it exists. */
export type Gate = (one: Told, county: County) => readonly Row[]

/** One address to ask for, and what its answer is held to. */
export type Asked = {
  readonly url: string
  /** Whose ids stand in the address, for the reader of a failure. */
  readonly whose: Whose | 'nobody'
  /** The same address with the id of nobody: what somebody who may not read `needs` is answered. */
  readonly twin?: string
  /** Rows that somebody must be able to read to be shown the page. */
  readonly needs?: readonly Row[]
  /** Whoever may read those is shown it; else they may also be told why not. */
  readonly isCertain?: boolean
  /** Everyone is answered like nobody's id, whatever they may read. */
  readonly isBlind?: boolean
  /** May be shown it without that: D2, "a reference given by that list or the duty manager". */
  readonly alsoFor?: StaffName
  /** Shown to these by what they answer for, and to nobody else, whatever they may read. */
  readonly onlyFor?: readonly StaffName[]
}

/** What a form sends. */
export type Fields = Readonly<Record<string, string | readonly string[] | SentFile>>

/** What a form needs so that sending it has its effect. */
export type Stage = {
  readonly record: TestRecord
  readonly county: County
  readonly visitors: Visitors
  /** A child of their own for each sending, held by the holder in the team north. */
  readonly child: () => Promise<Uuid>
}

/** One form, filled in rightly: sent, it has its effect once. */
export type Filled = {
  readonly by: StaffName
  readonly url: string
  readonly fields: Fields
}

export type SendRoute = {
  /** Fills the form in for something that was made just now. */
  fill(stage: Stage): Promise<Filled>
  /** The form's address for the rows of a person; left out where no address names any. */
  readonly address?: (one: Told) => string
  /** What somebody must be able to read to be told more than at nobody's address; the person when left out. */
  readonly gate?: Gate
  /** May be told more without that. */
  readonly alsoFor?: StaffName
  /** Fields that name a person: the form at one's own address about somebody else. */
  readonly naming?: (personId: Uuid, county: County) => { readonly url: string; readonly fields: Fields }
  /** May come as often as it likes by design: why. */
  readonly repeats?: string
  /** Has an effect that no row of the record shows. */
  readonly leavesNoRow?: true
}
