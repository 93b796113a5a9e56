import pg from 'pg'
import type { Actor } from '#platform/db'
import { enqueue } from '#platform/jobs'
import type { TestRecord } from '#test/record.ts'

/** A job that has given up, as the runner leaves one after its last try: its number. */
export async function deadJob(record: TestRecord, actor: Actor): Promise<string> {
  await record.as(actor, work => enqueue(work, 'always_fails', {}))
  const client = new pg.Client(record.superuserUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>(
      `update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'Invented'
       where id = (select max(id) from graphile_worker._private_jobs) returning id::text`,
    )
    return rows[0]?.id ?? ''
  } finally {
    await client.end()
  }
}
