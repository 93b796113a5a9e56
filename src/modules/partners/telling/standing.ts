import type { Uuid } from '#platform/ids'

/** A notice that stands, with its children matched, for whoever tells of it. */
export type Standing = {
  readonly id: Uuid
  readonly receivedAt: Temporal.Instant
  readonly organisationId: Uuid
  readonly sentBy: Uuid | null
  readonly reference: string
  readonly theirReference: string
  readonly frontDoor: Uuid
  /** Whether it is told because somebody said by hand who the child is. */
  readonly isByHand: boolean
}
