import { beforeAll, expect, test } from 'vitest'
import type { AgenciesTables } from '#modules/agencies'
import { type Actor, type ServiceTables, serviceActor } from '#platform/db'
import type { Reply } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { coverRoutes } from '../../../agencies/pages/cover/route.ts'
import { askRoute } from '../../../agencies/testing/askRoute.ts'
import { recordVisit } from '../../commands/recordVisit.ts'
import { addTask } from '../../commands/tasks.ts'
import { noticesRoutes } from '../notices/route.ts'
import { myWorkRoutes } from './route.ts'

const record = await testRecord()
const { makers } = record
const routes = [...coverRoutes, ...myWorkRoutes, ...noticesRoutes]
const today = Temporal.Now.plainDateISO('Europe/London')
let [holder, colleague, manager, stranger, strangersManager]: Actor[] = []
let postId: Uuid
let child: Uuid

beforeAll(async () => {
  const teamId = await makers.team()
  const elsewhere = await makers.team()
  const people: Actor[] = []
  for (let count = 0; count < 5; count += 1) people.push(await makers.worker())
  ;[holder, colleague, manager, stranger, strangersManager] = people
  postId = await makers.post({ workerId: id(holder), teamId, holdsCases: true })
  await makers.post({ workerId: id(colleague), teamId, holdsCases: true })
  await makers.post({ workerId: id(manager), teamId, role: 'team_manager' })
  await makers.post({ workerId: id(stranger), teamId: elsewhere, holdsCases: true })
  await makers.post({ workerId: id(strangersManager), teamId: elsewhere, role: 'team_manager' })
  child = await makers.person({ given: 'Corralyn' })
  await makers.allocation({ personId: child, teamId, workerId: id(holder) })
  await record.as(manager as Actor, work =>
    addTask(work, { personId: child, workerId: id(holder), title: 'Ring the school', dueOn: today }),
  )
})

const id = (actor: Actor | undefined): Uuid => (actor as Actor).id
const ask = (actor: Actor | undefined, method: 'GET' | 'POST', path: string, sent = {}) =>
  record.as(actor as Actor, work => askRoute(routes, work, method, path, sent))
const pageOf = (reply: Reply): string => (reply.kind === 'page' ? String(reply.content) : reply.kind)
const days = (name: string, day: Temporal.PlainDate) => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
})
const wanted = (worker: Actor | undefined, first: number, last: number) => ({
  post: postId,
  worker: id(worker),
  ...days('first', today.add({ days: first })),
  ...days('last', today.add({ days: last })),
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
const tellHolder = (kind: string) =>
  record.as(manager as Actor, work =>
    work
      .db<ServiceTables>()
      .insertInto('app.notice')
      .values({
        id: makeUuid(),
        worker_id: id(holder),
        kind,
        path: '/teams',
        subject_id: child,
        made_by: id(manager),
      })
      .execute(),
  )
const unsaid = {
  wasSeenAlone: null,
  whyNotAlone: null,
  bedroomSeen: null,
  ownWords: null,
  observations: null,
}
const stands = async () => ({
  work: /Ring the school/.test(pageOf(await ask(colleague, 'GET', '/my-work'))),
  notices: /A child was allocated/.test(pageOf(await ask(colleague, 'GET', '/notices'))),
})

test('the work, the notices and the visits of a worker are their cover’s on its days, and go back after', async () => {
  await tellHolder('work_given')
  await tellHolder('look_asked')
  expect(await ask(holder, 'POST', '/cover', wanted(colleague, 2, 4))).toMatchObject({ kind: 'redirect' })
  expect(await stands()).toEqual({ work: false, notices: false })
  await shift(-2)
  expect(await stands()).toEqual({ work: true, notices: true })
  const page = pageOf(await ask(colleague, 'GET', '/my-work'))
  expect(page).toMatch(/You cover for Worker Madeup\d+/)
  expect(page).toMatch(/, for Worker Madeup\d+/)
  expect(pageOf(await ask(colleague, 'GET', '/notices'))).not.toContain('why you looked')
  expect(pageOf(await ask(holder, 'GET', '/my-work'))).toContain('covers for you until')
  const recorded = await record.as(colleague as Actor, work =>
    recordVisit(work, {
      kind: 'visit',
      purpose: null,
      happenedAt: Temporal.Now.instant().subtract({ minutes: 90 }),
      place: null,
      outcome: 'held',
      body: 'Seen while covering',
      children: [{ ...unsaid, personId: child, wasSeen: true }],
      impact: null,
      nextVisitOn: null,
      corrects: null,
      submission: makeUuid(),
    }),
  )
  expect(recorded).toMatchObject({ outcome: 'recorded' })
  await shift(-3)
  expect(await stands()).toEqual({ work: false, notices: false })
  const holders = pageOf(await ask(holder, 'GET', '/my-work'))
  expect(holders).toContain('Ring the school')
  expect(holders).not.toContain('covers for you')
})

test('ended early by the manager, everything is the worker’s again at once', async () => {
  expect(await ask(manager, 'POST', '/cover', wanted(colleague, 0, 5))).toMatchObject({ kind: 'redirect' })
  expect(await stands()).toEqual({ work: true, notices: true })
  const end = /\/cover\/[0-9a-f-]+\/end/.exec(pageOf(await ask(manager, 'GET', '/cover')))?.[0] as string
  expect(await ask(strangersManager, 'POST', end)).toEqual({ kind: 'not_found' })
  expect(await ask(manager, 'POST', end)).toMatchObject({ kind: 'redirect' })
  expect(await stands()).toEqual({ work: false, notices: false })
})

test('is refused to a worker of another team, and to another team’s manager', async () => {
  expect(pageOf(await ask(holder, 'POST', '/cover', wanted(stranger, 0, 1)))).toContain('Select who covers')
  expect(pageOf(await ask(strangersManager, 'POST', '/cover', wanted(colleague, 0, 1)))).toContain(
    'Select whose post is covered',
  )
})
