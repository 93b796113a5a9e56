import type { ConflictKind, OpeningFinding, OpeningKind, OpeningReason } from '#modules/access'
import type { Uuid } from '#platform/ids'

/** A record opened with a reason, and what was found of it; without a review it still waits for one. */
export type OpenedRecord = {
  readonly id: Uuid
  readonly workerId: Uuid
  readonly personId: Uuid
  readonly kind: OpeningKind
  readonly code: OpeningReason
  readonly reason: string
  readonly at: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly review?: {
    readonly id: Uuid
    readonly finding: OpeningFinding
    readonly remark: string
    readonly by: Uuid
    readonly at: Temporal.Instant
  }
}

/** A record that is closed to a worker who knows the person outside work. */
export type KnownPerson = {
  readonly id: Uuid
  readonly workerId: Uuid
  readonly personId: Uuid
  readonly kind: ConflictKind
  readonly remark: string
  readonly declaredBy: Uuid
  readonly at: Temporal.Instant
  readonly ended?: { readonly at: Temporal.Instant; readonly by: Uuid }
}
