import { beforeAll, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import type { AgenciesTables } from '../../tables.ts'
import { askRoute } from '../../testing/askRoute.ts'
import { coverRoutes } from './route.ts'

const record = await testRecord()
const { makers } = record
const today = Temporal.Now.plainDateISO('Europe/London')
let [manager, senior, colleague, leader]: Actor[] = []
let teamId: Uuid
let postId: Uuid
let child: Uuid

beforeAll(async () => {
  const areaId = await makers.area()
  teamId = await makers.team({ areaId })
  const people = []
  for (let count = 0; count < 4; count += 1) people.push(await makers.worker())
  ;[manager, senior, colleague, leader] = people
  const elsewhere = await makers.team()
  postId = await makers.post({ workerId: id(manager), teamId, role: 'team_manager' })
  await makers.post({ workerId: id(senior), teamId: elsewhere, role: 'senior_social_worker' })
  await makers.post({ workerId: id(colleague), teamId: elsewhere })
  await makers.post({ workerId: id(leader), areaId, role: 'service_leader' })
  child = await makers.person()
  await makers.allocation({ personId: child, teamId, workerId: (await makers.worker()).id })
})
const id = (actor: Actor | undefined): Uuid => (actor as Actor).id

const days = (name: string, day: Temporal.PlainDate) => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
})
const ask = (actor: Actor | undefined, method: 'GET' | 'POST', path: string, sent = {}) =>
  record.as(actor as Actor, work => askRoute(coverRoutes, work, method, path, sent))
const wanted = (worker: Actor | undefined, first: number, last: number) => ({
  post: postId,
  worker: id(worker),
  ...days('first', today.add({ days: first })),
  ...days('last', today.add({ days: last })),
})
const sees = (actor: Actor | undefined) =>
  record.as(actor as Actor, async work => {
    const db = work.db<{ person: { id: Uuid } }>()
    return (await db.selectFrom('person').select('id').where('id', '=', child).execute()).length === 1
  })
const coverId = () =>
  record.as(manager as Actor, async work => {
    const db = work.db<AgenciesTables>()
    const rows = await db.selectFrom('post').select('id').where('covers_post_id', '=', postId).execute()
    return rows.at(-1)?.id
  })
/** Moves the days of all cover, as time would. */
const shift = (by: number) =>
  record.as(serviceActor('storyteller'), async work => {
    const db = work.db<AgenciesTables>()
    const rows = await db
      .selectFrom('post')
      .select(['id', 'started_on', 'ended_on'])
      .where('covers_post_id', '=', postId)
      .execute()
    for (const row of rows)
      await db
        .updateTable('post')
        .set({
          started_on: row.started_on.add({ days: by }),
          ended_on: row.ended_on?.add({ days: by }) ?? null,
        })
        .where('id', '=', row.id)
        .execute()
  })

test('cover gives access from its first day to the end of its last, and no longer', async () => {
  expect(await sees(senior)).toBe(false)
  expect(await ask(manager, 'POST', '/cover', wanted(senior, 3, 5))).toMatchObject({ kind: 'redirect' })
  expect(await sees(senior)).toBe(false)
  await shift(-3)
  expect(await sees(senior)).toBe(true)
  await shift(-2)
  expect(await sees(senior)).toBe(true)
  await shift(-1)
  expect(await sees(senior)).toBe(false)
})

test('is ended early by those whom it concerns, and never was when it is taken back before it began', async () => {
  await ask(manager, 'POST', '/cover', wanted(senior, 0, 5))
  expect(await sees(senior)).toBe(true)
  expect(await ask(colleague, 'POST', `/cover/${await coverId()}/end`)).toEqual({ kind: 'not_found' })
  expect(await ask(senior, 'POST', `/cover/${await coverId()}/end`)).toMatchObject({ kind: 'redirect' })
  expect(await sees(senior)).toBe(false)
  await ask(leader, 'POST', '/cover', wanted(senior, 1, 5))
  const page = await ask(manager, 'GET', '/cover')
  expect(page.kind === 'page' && String(page.content)).toContain('Take it back')
  await ask(manager, 'POST', `/cover/${await coverId()}/end`)
  await shift(-1)
  expect(await sees(senior)).toBe(false)
})

test('is refused to a colleague who supervises nobody, over other cover, in the past and by anyone else', async () => {
  const message = async (actor: Actor | undefined, sent: object) => {
    const reply = await ask(actor, 'POST', '/cover', sent)
    return reply.kind === 'page' ? `${reply.status} ${reply.content}` : reply.kind
  }
  expect(await message(manager, wanted(colleague, 0, 1))).toContain('Select who covers')
  expect(await message(manager, wanted(manager, 0, 1))).toContain('other than the holder')
  expect(await message(manager, wanted(senior, -1, 1))).toContain('First day must be today or later')
  expect(await message(manager, wanted(senior, 2, 1))).toContain('Last day must be the first day or later')
  expect(await message(senior, wanted(senior, 0, 1))).toContain('Select whose post is covered')
  expect(await message(manager, wanted(leader, 10, 12))).toBe('redirect')
  expect(await message(manager, wanted(senior, 12, 14))).toContain('covers on some of these days already')
})
