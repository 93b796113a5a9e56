import type { Uuid } from '#platform/ids'
import type { Invitation, Meeting, Row, World } from './world.ts'

/** A fact of the world that is itself a row of the record. */
export type Fact =
  | World['workers'][number]
  | World['teams'][number]
  | World['posts'][number]
  | World['shifts'][number]
  | World['people'][number]
  | World['familyMembers'][number]
  | World['allocations'][number]
  | World['involvements'][number]
  | World['protectionLeads'][number]
  | World['contacts'][number]
  | World['transfers'][number]
  | World['strands'][number]
  | Meeting
  | Invitation

/** A row that the database is to hold under this id, so that its answers can be told from the oracle's. */
export type KnownRow = Row & {
  readonly id: Uuid
  /** The fact that this row is: the same object as in the world, which a database must not write twice. */
  readonly fact?: Fact
  /** Not in the database: a row that somebody might wish to add, and is asked about for that only. */
  readonly isProposed?: boolean
  /** Of a household (its own id) and of a household_member. */
  readonly householdId?: Uuid
  /** Of a note (its own id) and of a note_person. */
  readonly noteId?: Uuid
  /** Of a paper about several people (its own id) and of its parts. */
  readonly paperId?: Uuid
  /** Of a decision or view in a meeting: of which child. */
  readonly childId?: Uuid
  /** Of what is said in a meeting, and of an agency's report: under which invitation. */
  readonly inviteeId?: Uuid
  /** Of a copy, and of a decision whom a part is shown to: who of the family. */
  readonly recipientId?: Uuid
  /** Of what hangs from a part of a paper, or from a copy. */
  readonly partId?: Uuid
  readonly copyId?: Uuid
  /** Of somebody named in a contact: the person of the record whom they are matched with. */
  readonly matchedId?: Uuid
  /** Of the same: whether they were taken out of it again. */
  readonly isRemoved?: boolean
}
