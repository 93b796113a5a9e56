import type { Uuid } from '#platform/ids'
import type { AllocationRole } from '../queries/workList.ts'

/** Children given to a worker, or put into a team's queue (no worker, role 'queue'). */
export type AllocationWanted = {
  readonly personIds: readonly Uuid[]
  readonly teamId: Uuid
  readonly workerId: Uuid | null
  readonly role: AllocationRole
  readonly startedOn: Temporal.PlainDate
  /** Why; stands on the allocation that ends as well. */
  readonly reason: string | null
  /** Whether a child's present lead ends with it: a transfer. Without it, a child who has a lead is refused another. */
  readonly endsLead: boolean
}
