import type { Database } from '../db/index.ts'
import type { Log } from '../log/index.ts'

/** What a job is given: the door to its authority's data, and a log that holds ids, never names. */
export type JobContext = { readonly database: Database; readonly log: Log }

/** A kind of job. It runs as a named service actor by its own calls of `database.as`. */
export type Task = {
  readonly name: string
  /** Cron pattern in UTC for tasks that run by themselves: '15 2 * * *'. */
  readonly schedule?: string
  run(context: JobContext, payload: unknown): Promise<void>
}
