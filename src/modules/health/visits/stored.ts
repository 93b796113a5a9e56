import type { Selectable } from 'kysely'
import type { Uuid } from '#platform/ids'
import type { Effect } from '../rules/visitOrder.ts'
import type { HealthTables } from '../tables.ts'

type Row = Selectable<HealthTables['attendance']>

/** Which message, of whom, and when it came. */
export type Source = {
  readonly messageId: Uuid
  readonly senderId: Uuid
  readonly receivedAt: Temporal.Instant
}

/** The visit as it stands after a message, and what the message did to it. */
export type Stored = {
  readonly attendance: Row
  readonly effect: Effect
  readonly changed: readonly string[]
  /** No message of the visit came before: nobody has been told of it, and nobody has said whose it is. */
  readonly isFirst: boolean
}
