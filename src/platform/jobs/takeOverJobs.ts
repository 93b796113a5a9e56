import type pg from 'pg'

/** Held by each process that works off jobs of a database, for as long as it lives: PostgreSQL lets go of it when the process ends. */
const LOCK = 7306

/** Every job and queue that a process has locked, given back. */
const giveBack = `
  select graphile_worker.force_unlock_workers(array(
    select locked_by from graphile_worker._private_jobs where locked_by is not null
    union select locked_by from graphile_worker._private_job_queues where locked_by is not null))`

/**
 * Gives back the jobs that were under way when a process or the database was killed: by themselves they would wait four hours for their lock to run
 * out. Does nothing while another process works off jobs here.
 * @returns what ends the claim
 */
export async function takeOverJobs(pool: pg.Pool): Promise<() => Promise<void>> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ alone: boolean }>(`select pg_try_advisory_lock(${LOCK}) as alone`)
    if (rows[0]?.alone) await client.query(giveBack)
    await client.query(`select pg_advisory_lock_shared(${LOCK})`)
    if (rows[0]?.alone) await client.query(`select pg_advisory_unlock(${LOCK})`)
  } catch (error) {
    client.release(true)
    throw error
  }
  return async () => {
    await client.query('select pg_advisory_unlock_all()').catch(() => {}) // gone already with a database that was killed
    client.release(true)
  }
}
