import type { Uuid } from '#platform/ids'
import type { CaseworkTables } from '../tables.ts'

/** Which law a plan stands under: its outcomes, actions and reviews are kept alike. */
export type PlanKind = CaseworkTables['plan_outcome']['plan_kind']

/** One child's plan. */
export type PlanKey = { readonly kind: PlanKind; readonly id: Uuid; readonly personId: Uuid }

export const outcomeStatuses = ['open', 'achieved', 'part_achieved', 'not_achieved', 'dropped'] as const

export type OutcomeStatus = (typeof outcomeStatuses)[number]

export const statusWords: Readonly<Record<OutcomeStatus, string>> = {
  open: 'Working on it',
  achieved: 'Achieved',
  part_achieved: 'Achieved in part',
  not_achieved: 'Not achieved',
  dropped: 'No longer wanted',
}

/** Who does something: a worker, somebody of the family, or anybody named. */
export type Owner =
  | { readonly kind: 'worker'; readonly id: Uuid }
  | { readonly kind: 'person'; readonly id: Uuid }
  | { readonly kind: 'name'; readonly name: string }

export type PlanAction = {
  readonly id: Uuid
  readonly outcomeId: Uuid
  readonly what: string
  readonly owner: Owner
  /** As the reader may see it: "Somebody of the family" where they may not know the person. */
  readonly ownerName: string
  readonly dueOn: Temporal.PlainDate
  readonly doneOn: Temporal.PlainDate | null
  readonly result: string | null
  readonly version: number
}

export type PlanOutcome = {
  readonly id: Uuid
  readonly personId: Uuid
  readonly planId: Uuid
  readonly needId: Uuid | null
  readonly outcome: string
  readonly baseline: string | null
  readonly whatWillChange: string | null
  readonly status: OutcomeStatus
  readonly statusReason: string | null
  readonly endedOn: Temporal.PlainDate | null
  readonly version: number
  readonly actions: readonly PlanAction[]
}
