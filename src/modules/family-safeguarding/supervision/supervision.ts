import type { Uuid } from '#platform/ids'
import type { Discipline, Side } from '../rules/words.ts'
import type { FamilySafeguardingTables } from '../tables.ts'

export type Checked = NonNullable<FamilySafeguardingTables['supervision_part']['checked_as']>
export const checkedWords: Readonly<Record<Checked, string>> = {
  done: 'Done',
  partly: 'Done in part',
  not_done: 'Not done',
}

/** That group supervision was held: no word of it. */
export type Held = {
  readonly id: Uuid
  readonly heldOn: Temporal.PlainDate
  readonly facilitatorId: Uuid
  readonly facilitatorName: string
  readonly nextOn: Temporal.PlainDate | null
}

/** Something of a group supervision: what a role said, what somebody of the family said, or what was decided. */
export type Part = {
  readonly id: Uuid
  readonly supervisionId: Uuid
  readonly personIds: readonly Uuid[]
  readonly kind: 'contribution' | 'voice' | 'decision'
  readonly discipline: Discipline | null
  readonly worksWith: Side | null
  readonly words: string
  readonly task: string | null
  readonly ownerWorkerId: Uuid | null
  readonly ownerName: string | null
  readonly dueOn: Temporal.PlainDate | null
  readonly planActionId: Uuid | null
  readonly checkedAs: Checked | null
  readonly checkedOn: Temporal.PlainDate | null
  readonly checkedWords: string | null
  readonly version: number
}
