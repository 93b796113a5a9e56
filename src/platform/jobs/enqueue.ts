import { sql } from 'kysely'
import type { Work } from '../db/index.ts'

/**
 * Asks for a job in the caller's transaction: a rolled-back transaction leaves none.
 * @param key jobs with one key replace each other until they run
 */
export async function enqueue(
  work: Work,
  task: string,
  payload: Readonly<Record<string, unknown>>,
  {
    key = null,
    runAt = null,
  }: { readonly key?: string | null; readonly runAt?: Temporal.Instant | null } = {},
): Promise<void> {
  await sql`select app.add_job(${task}, ${JSON.stringify(payload)}::jsonb, ${key}, ${runAt}::timestamptz)`.execute(
    work.db(),
  )
}
