import { expect, test } from 'vitest'
import { type Actor, type ServiceTables, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { askRoute } from '../../../agencies/testing/askRoute.ts'
import { unreadNotices } from '../../queries/notices.ts'
import { noticesRoutes } from './route.ts'

const record = await testRecord()
const { makers } = record

async function tell(worker: Actor, subjectId: Uuid | null = null): Promise<Uuid> {
  const id = makeUuid()
  const courier = serviceActor('courier')
  await record.as(courier, work =>
    work
      .db<ServiceTables>()
      .insertInto('app.notice')
      .values({
        id,
        worker_id: worker.id,
        kind: 'work_given',
        path: `/people/${subjectId}`,
        subject_id: subjectId,
        made_by: courier.id,
      })
      .execute(),
  )
  return id
}
const ask = (worker: Actor, method: 'GET' | 'POST', path: string, sent = {}) =>
  record.as(worker, work => askRoute(noticesRoutes, work, method, path, sent))
const unread = (worker: Actor) => record.as(worker, unreadNotices)

test('shows one’s own notices and who they are about, and marks them as read', async () => {
  const [worker, other] = [await makers.worker(), await makers.worker()]
  const personId = await makers.person({ given: 'Robin', family: 'Madeup' })
  await makers.allocation({ personId, teamId: await makers.team(), workerId: worker.id })
  const first = await tell(worker, personId)
  await tell(worker)
  await tell(other, personId)
  const page = await ask(worker, 'GET', '/notices')
  expect(page.kind === 'page' && page.shown).toMatchObject({ subjectIds: [personId] })
  expect(page.kind === 'page' && String(page.content)).toContain('Robin Madeup')
  expect(await unread(worker)).toBe(2)
  await ask(worker, 'POST', '/notices/read', { notice: first })
  expect(await unread(worker)).toBe(1)
  await ask(worker, 'POST', '/notices/read', { notice: 'all' })
  expect([await unread(worker), await unread(other)]).toEqual([0, 1])
})

test('never marks another’s notice, nor names a child whom its reader may not see', async () => {
  const [worker, other] = [await makers.worker(), await makers.worker()]
  const personId = await makers.person({ given: 'Sandy', family: 'Hiddenley' })
  const theirs = await tell(other, personId)
  await ask(worker, 'POST', '/notices/read', { notice: theirs })
  expect(await unread(other)).toBe(1)
  const page = await ask(other, 'GET', '/notices?show=unread')
  expect(page.kind === 'page' && String(page.content)).not.toContain('Hiddenley')
})
