import { sql } from 'kysely'
import type { Work } from '../db/index.ts'

/** A job that failed for good: its kind and the first line of its last error, never what it was about. */
export type DeadJob = {
  readonly id: number
  readonly task: string
  readonly attempts: number
  readonly lastError: string
  readonly failedAt: Temporal.Instant
}

/** Jobs that have given up, newest first; administrators only. */
export async function deadJobs(work: Work): Promise<readonly DeadJob[]> {
  const answer = await sql<DeadJob>`
    select id, task, attempts, last_error as "lastError", failed_at as "failedAt" from app.dead_jobs()`.execute(
    work.db(),
  )
  return answer.rows
}

/** Lets a job that gave up run again, from its first try. Jobs are no part of the record, so the act is written into the audit here. */
export async function retryJob(work: Work, { id, task }: Pick<DeadJob, 'id' | 'task'>): Promise<void> {
  await sql`select app.retry_job(${id})`.execute(work.db())
  await sql`insert into audit.entry (actor_id, action, resource, detail)
    values (${work.actor.id}, 'retry', 'job', ${JSON.stringify({ job: id, task })}::jsonb)`.execute(work.db())
}
