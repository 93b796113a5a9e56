import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeLog } from '#platform/log'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { enqueue, jobsModule, startJobs, type Task } from './index.ts'

const record = await testRecord()
const log = makeLog({ level: 'silent' })

const started = (tasks: readonly Task[]) =>
  startJobs({
    serveUrl: record.serveUrl,
    databaseName: record.door.suffix,
    database: record.database,
    tasks,
    log,
  })

test('runs a job that was asked for in a transaction, and none of one that was rolled back', async () => {
  const worker = await record.makers.worker()
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const seen: unknown[] = []
  const jobs = await started([
    {
      name: 'note_down',
      run: async (_context, payload) => {
        seen.push(payload)
        resolve(payload)
      },
    },
  ])
  try {
    await record
      .as(worker, async work => {
        await enqueue(work, 'note_down', { which: 'rolled back' })
        throw new Error('undo')
      })
      .catch(() => {})
    await record.as(worker, work => enqueue(work, 'note_down', { which: 'kept' }))
    expect(await promise).toEqual({ which: 'kept' })
    expect(seen).toEqual([{ which: 'kept' }])
  } finally {
    await jobs.stop()
  }
})

test('what was under way when a process was killed is given back at the next start, and not while another works', async () => {
  const worker = await record.makers.worker()
  const runs: unknown[] = []
  const task: Task = { name: 'was_under_way', run: async (_context, payload) => void runs.push(payload) }
  const working = await started([])
  await record.as(worker, work => enqueue(work, task.name, { which: 'killed' }))
  await asSuperuser(
    `update graphile_worker._private_jobs j set locked_at = now(), locked_by = 'gone' from graphile_worker._private_tasks t
     where t.id = j.task_id and t.identifier = $1`,
    [task.name],
  )
  const beside = await started([task])
  await record.as(worker, work => enqueue(work, task.name, { which: 'new' }))
  await vi.waitFor(() => expect(runs).toEqual([{ which: 'new' }]))
  await beside.stop()
  await working.stop()
  const next = await started([task])
  await vi.waitFor(() => expect(runs).toEqual([{ which: 'new' }, { which: 'killed' }]), { timeout: 10_000 })
  await next.stop()
})

test('a job that gave up stands on the administrator’s page until it is tried again', async () => {
  const administrator = await record.makers.worker({ class: 'administrator' })
  const worker = await record.makers.worker()
  await record.as(worker, work => enqueue(work, 'always_fails', { secret: 'Zebediah' }))
  await giveUp('always_fails', 'The mail server refused')
  const server = await testServer(record.database, [jobsModule])
  const visitor = await signInAs(server, administrator.id)
  const page = await visitor.get('/administration/jobs')
  expect(page.body).toContain('The mail server refused')
  expect(page.body).not.toContain('Zebediah')
  const [, id = ''] = /name="job" value="(\d+)"/.exec(page.body) ?? []
  expect((await visitor.post('/administration/jobs', { job: id })).statusCode).toBe(303)
  expect((await visitor.get('/administration/jobs')).body).toContain('There are none')
  expect((await visitor.post('/administration/jobs', { job: id })).statusCode).toBe(404)
  const kept = await record.as(serviceActor('verifier'), work =>
    sql`select actor_id, action, detail from audit.entry where resource = 'job'`.execute(work.db()),
  )
  expect(kept.rows).toEqual([
    { actor_id: administrator.id, action: 'retry', detail: { job: Number(id), task: 'always_fails' } },
  ])
  expect((await (await signInAs(server, worker.id)).get('/administration/jobs')).statusCode).toBe(403)
})

/** Makes the job look as the runner leaves one after its last try. */
const giveUp = (task: string, error: string): Promise<void> =>
  asSuperuser(
    `update graphile_worker._private_jobs j set attempts = max_attempts, last_error = $2
     from graphile_worker._private_tasks t where t.id = j.task_id and t.identifier = $1`,
    [task, error],
  )

async function asSuperuser(statement: string, values: readonly string[]): Promise<void> {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: record.superuserUrl })
  await client.connect()
  await client.query(statement, [...values])
  await client.end()
}
