import type { FamilyChild } from '#modules/casework'
import type { Uuid } from '#platform/ids'
import type { Suggested } from '../../queries/suggestedInvitees.ts'
import type { MeetingKind } from '../../rules/meeting.ts'

/** What the form that plans a meeting is about. */
export type NewContext = {
  readonly kind: MeetingKind
  /** Children of the family whose record the reader writes, the one whose page it is first. */
  readonly children: readonly FamilyChild[]
  readonly suggested: readonly Suggested[]
  /** Who may chair a conference. */
  readonly chairs: readonly { readonly id: Uuid; readonly name: string }[]
}
