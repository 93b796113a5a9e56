import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { type Database, roleName } from '../db/index.ts'
import type { Log } from '../log/index.ts'
import { hearLateRejections } from './hearLateRejections.ts'
import { keepRunning } from './keepRunning.ts'
import { takeOverJobs } from './takeOverJobs.ts'
import type { Task } from './task.ts'

/** One authority's jobs at work. */
export type RunningJobs = { stop(): Promise<void> }

type JobsOptions = {
  readonly serveUrl: string
  readonly databaseName: string
  readonly database: Database
  readonly tasks: readonly Task[]
  readonly log: Log
}

/**
 * Works off one authority's jobs, as the courier role on the serving login. A job that throws is tried again with
 * growing pauses, eight times; then it stands among the dead jobs until someone retries it.
 */
export async function startJobs(options: JobsOptions): Promise<RunningJobs> {
  const { serveUrl, databaseName, log } = options
  const pool = new pg.Pool({
    connectionString: serveUrl,
    max: 8, // five jobs, who listens for them, who fetches them, and the claim to them
    // That a job was fetched or done is not waited for on the disk: a machine that is lost has it done again, as any job may be.
    options: `-c role=${roleName('courier', databaseName)} -c synchronous_commit=off`,
  })
  // A connection that ends is replaced by the next query, which reports if it cannot.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  let letGo = async () => {}
  const begin = async () => {
    await letGo()
    letGo = async () => {}
    letGo = await takeOverJobs(pool)
    return await runOn(pool, options)
  }
  const kept = keepRunning(await begin(), begin, log)
  const unhear = hearLateRejections(error => {
    log.error('the job runner lost its database and is begun again', { error })
    kept.beginAgain()
  })
  return {
    stop: async () => {
      await kept.stop()
      await letGo()
      await pool.end()
      unhear()
    },
  }
}

async function runOn(pool: pg.Pool, { database, tasks, log }: JobsOptions): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    tasks.map(task => [task.name, (payload: unknown) => task.run({ database, log }, payload)]),
  )
  return await run({
    pgPool: pool,
    taskList,
    concurrency: 5, // one beside the two lanes in which messages are read, each with one that waits for it
    noHandleSignals: true,
    parsedCronItems: parseCronItems(
      tasks.flatMap(({ name, schedule }) => (schedule ? [{ task: name, match: schedule }] : [])),
    ),
    logger: new Logger(() => (level, message) => {
      if (level === 'error') log.error('job', { message })
      else if (level === 'warning') log.warn('job', { message })
    }),
  })
}
