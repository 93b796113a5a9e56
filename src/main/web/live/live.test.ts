import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { testAuthority, testNews, testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { noticesRoutes } from '../../../modules/casework/pages/notices/route.ts'

const record = await testRecord()
const news = testNews(record.serveUrl)
const server = await testServer(record.database, [{ name: 'notices', routes: noticesRoutes }], {
  authorities: new Map([['localhost', testAuthority(record.database, { news })]]),
})
const address = (await server.listen({ port: 0, host: 'localhost' }))
  .replace('127.0.0.1', 'localhost')
  .replace('[::1]', 'localhost')
const worker = await record.makers.worker()
const visitor = await signInAs(server, worker.id)

async function open(accept = 'text/event-stream') {
  const answer = await fetch(`${address}/notices/changes`, {
    headers: { cookie: visitor.cookie, accept },
    redirect: 'manual',
  })
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  return { answer, next: async () => await reader?.read(), end: async () => await reader?.cancel() }
}
const tell = (workerId: string) =>
  record.as(serviceActor('listener'), async work => {
    await sql`insert into app.notice (worker_id, kind, path, made_by) values (${workerId}, 'attendance', '/attendances', ${work.actor.id})`.execute(
      work.db(),
    )
  })

test('an open page is told its mark, and the next one as soon as something is committed', async () => {
  const { answer, next, end } = await open()
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  expect(await next()).toMatchObject({ value: 'data: {"mark":"0 0"}\n\n' })
  await tell(worker.id)
  expect(await next()).toMatchObject({ value: 'data: {"mark":"1 1"}\n\n' })
  await end()
})

test('hears nothing of what others are told', async () => {
  const other = await record.makers.worker()
  const { next, end } = await open()
  await next()
  await tell(other.id)
  await tell(worker.id)
  expect(await next()).toMatchObject({ value: 'data: {"mark":"2 2"}\n\n' })
  await end()
})

test('whoever does not ask for events is given the mark', async () => {
  const { answer } = await open('application/json')
  expect(answer.headers.get('content-type')).toContain('application/json')
})

test('ends with the session', async () => {
  const { next } = await open()
  await next()
  await record.as(serviceActor('porter'), async work => {
    await sql`update app.session set revoked_at = now() where worker_id = ${worker.id}`.execute(work.db())
  })
  await tell(worker.id)
  expect(await next()).toMatchObject({ done: true })
})
