import type { UserClass } from '../db/index.ts'
import type { Uuid } from '../ids/index.ts'

/** How long a session lasts. */
export interface SessionLimits {
  /** Minutes without a request. */
  readonly idleMinutes: number
  /** Hours in all. */
  readonly absoluteHours: number
}

/** Somebody's session, as one request finds it. */
export interface Session {
  readonly tokenHash: Buffer
  readonly workerId: Uuid
  readonly class: UserClass
  readonly name: string
  /** Secret of this session's tokens in forms; never sent anywhere. */
  readonly csrfSecret: string
  /** When their access ends unless it is renewed; null for whoever comes in by the council's provider. */
  readonly accessEndsAt: Temporal.Instant | null
}
