import type { Kysely } from 'kysely'
import type { Uuid } from '../ids/index.ts'
import type { Actor } from './classes.ts'

/** One transaction as one actor. Everything a query, command or page knows about "now" and "who" comes from here. */
export type Work = {
  readonly actor: Actor
  readonly purpose: string
  /** Groups everything one request did; stands in the audit and the logs. */
  readonly correlation: Uuid
  /** The instant the answers are for: the known-at instant, else when the transaction began. */
  readonly now: Temporal.Instant
  /** The London day of `now`: due, overdue and ages are as of this day (CR12). */
  readonly today: Temporal.PlainDate
  /** Set when the record is read as it was known at a past instant; nothing may be written then. */
  readonly knownAt: Temporal.Instant | null
  /**
   * A query builder over these tables. Tables of the record are named bare: the transaction's search path decides
   * whether they are the present ones or those of the known-at instant. Others carry their schema ('app.draft').
   */
  db<Tables>(): Kysely<Tables>
}

export type Options = {
  readonly knownAt?: Temporal.Instant
  readonly correlation?: Uuid
  /** How long one statement may take; the default suits a page. */
  readonly statementSeconds?: number
  /** Bulk loads by importer and storyteller bring access in line once at the end (access.refresh_all). */
  readonly deferAccess?: boolean
}
