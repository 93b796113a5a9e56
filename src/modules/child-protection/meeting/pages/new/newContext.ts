import type { FamilyChild } from '#modules/casework'
import type { Suggested } from '../../queries/suggestedInvitees.ts'
import type { Keepers } from '../../queries/whoKeeps.ts'
import type { MeetingKind } from '../../rules/meeting.ts'

/** What the form that plans a meeting is about. */
export type NewContext = {
  readonly kind: MeetingKind
  /** Children of the family whose record the reader writes, the one whose page it is first. */
  readonly children: readonly Pick<FamilyChild, 'id' | 'displayName' | 'age'>[]
  readonly suggested: readonly Suggested[]
  readonly keepers: Keepers
}
