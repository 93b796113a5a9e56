import { Logger, parseCronItems, run, type TaskList } from 'graphile-worker'
import pg from 'pg'
import { type Database, roleName } from '../db/index.ts'
import type { Log } from '../log/index.ts'
import { hearLateRejections } from './hearLateRejections.ts'
import { keepRunning } from './keepRunning.ts'
import type { Task } from './task.ts'

/** One authority's jobs at work. */
export type RunningJobs = { stop(): Promise<void> }

/**
 * Works off one authority's jobs, as the courier role on the serving login. A job that throws is tried again with
 * growing pauses, eight times; then it stands among the dead jobs until someone retries it.
 */
export async function startJobs(options: {
  readonly serveUrl: string
  readonly databaseName: string
  readonly database: Database
  readonly tasks: readonly Task[]
  readonly log: Log
}): Promise<RunningJobs> {
  const { serveUrl, databaseName, database, tasks, log } = options
  const pool = new pg.Pool({
    connectionString: serveUrl,
    max: 4,
    options: `-c role=${roleName('courier', databaseName)}`,
  })
  // A connection that ends is replaced by the next query, which reports if it cannot.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  const taskList: TaskList = Object.fromEntries(
    tasks.map(task => [task.name, (payload: unknown) => task.run({ database, log }, payload)]),
  )
  const begin = () =>
    run({
      pgPool: pool,
      taskList,
      concurrency: 2,
      noHandleSignals: true,
      parsedCronItems: parseCronItems(
        tasks.flatMap(({ name, schedule }) => (schedule ? [{ task: name, match: schedule }] : [])),
      ),
      logger: new Logger(() => (level, message) => {
        if (level === 'error') log.error('job', { message })
        else if (level === 'warning') log.warn('job', { message })
      }),
    })
  const unhear = hearLateRejections(log)
  const kept = keepRunning(await begin(), begin, log)
  return {
    stop: async () => {
      await kept.stop()
      await pool.end()
      unhear()
    },
  }
}
