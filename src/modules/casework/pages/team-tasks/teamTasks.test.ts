import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import { notFound } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { askRoute } from '../../../agencies/testing/askRoute.ts'
import { unreadNotices } from '../../queries/notices.ts'
import { workList } from '../../queries/workList.ts'
import type { CaseworkTables } from '../../tables.ts'
import { teamBoardRoutes } from '../team-board/route.ts'
import { teamTasksRoutes } from './route.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())

let teamId: Uuid
let otherTeamId: Uuid
let manager: Actor
let holder: Actor
let stranger: Actor
let child: Uuid
let hidden: Uuid

async function makeTask(
  title: string,
  changes: { personId?: Uuid; dueOn?: Temporal.PlainDate; worker?: Actor } = {},
) {
  const id = makeUuid()
  const { personId = child, dueOn = null, worker } = changes
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<CaseworkTables>()
      .insertInto('task')
      .values({
        id,
        person_id: personId,
        team_id: teamId,
        worker_id: worker?.id ?? null,
        title,
        due_on: dueOn,
      })
      .execute(),
  )
  return id
}

beforeAll(async () => {
  teamId = await makers.team()
  otherTeamId = await makers.team()
  ;[manager, holder, stranger] = [await makers.worker(), await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: manager.id, teamId: otherTeamId, role: 'team_manager' })
  await makers.post({ workerId: holder.id, teamId })
  child = await makers.person({ given: 'Tilly', family: 'Madeup' })
  hidden = await makers.person()
  await makers.allocation({ personId: child, teamId, workerId: holder.id })
})

const ask = (actor: Actor, path: string) =>
  record.as(actor, work => askRoute(teamTasksRoutes, work, 'GET', path))
const send = (actor: Actor, path: string, worker: string) =>
  record.as(actor, work => askRoute(teamTasksRoutes, work, 'POST', path, { worker }))
const textOf = (reply: Awaited<ReturnType<typeof ask>>) => {
  if (reply.kind !== 'page') throw new Error(reply.kind)
  return String(reply.content)
}
const titles = async (actor: Actor, query = '') => {
  const reply = await ask(actor, `/teams/${teamId}/tasks?format=csv${query}`)
  if (reply.kind !== 'csv') throw new Error(reply.kind)
  return [...reply.rows].map(row => row[2])
}

describe('the tasks of a team', () => {
  test('are listed soonest first, with the same filters on the page and in the download', async () => {
    expect(textOf(await ask(manager, `/teams/${teamId}/tasks`))).toContain('No task of this team is open.')
    await makeTask('Undated')
    await makeTask('Next week', { dueOn: today.add({ days: 6 }), worker: holder })
    await makeTask('Overdue', { dueOn: today.subtract({ days: 1 }) })
    await makeTask('Of somebody hidden', { personId: hidden })
    expect(await titles(manager)).toEqual(['Overdue', 'Next week', 'Undated'])
    expect(await titles(manager, '&whose=waiting')).toEqual(['Overdue', 'Undated'])
    expect(await titles(holder, '&whose=taken')).toEqual(['Next week'])
    expect(await titles(manager, '&due=overdue')).toEqual(['Overdue'])
    expect(await titles(manager, '&due=week')).toEqual(['Next week'])
    expect(await titles(manager, '&due=undated')).toEqual(['Undated'])
    const reply = await ask(manager, `/teams/${teamId}/tasks?due=undated`)
    expect(textOf(reply)).toContain('Tilly Madeup')
    expect(textOf(reply)).not.toContain('Next week<')
    expect(reply).toMatchObject({ shown: { resource: 'team_tasks', subjectIds: [child], action: 'list' } })
    const board = await record.as(manager, work =>
      askRoute(teamBoardRoutes, work, 'GET', `/teams/${teamId}/board`),
    )
    expect(textOf(board)).toContain('3 open tasks')
  })

  test('are taken, and then stand in one’s own work', async () => {
    const taskId = await makeTask('Ring the school')
    expect(await send(holder, `/teams/${teamId}/tasks/${taskId}`, holder.id)).toMatchObject({
      success: 'The task is yours',
    })
    const own = await record.as(holder, work => workList(work, holder.id))
    expect(own.map(({ title }) => title)).toContain('Ring the school')
    expect(await record.as(holder, unreadNotices)).toBe(0)
  })

  test('are given to somebody who holds the child, who is told, and to nobody else', async () => {
    const taskId = await makeTask('Write to the school')
    const path = `/teams/${teamId}/tasks/${taskId}`
    for (const worker of [stranger.id, '', 'nonsense'])
      expect(textOf(await send(manager, path, worker))).toContain('Select whom it is for')
    expect(await send(manager, path, holder.id)).toMatchObject({ kind: 'redirect', success: 'Task given' })
    expect(await record.as(holder, unreadNotices)).toBe(1)
    expect(await titles(manager, '&whose=taken')).toContain('Write to the school')
  })

  test('are for those who direct the team or have a post in it; a task of another team is nobody’s', async () => {
    const taskId = await makeTask('Theirs')
    expect((await ask(stranger, `/teams/${teamId}/tasks`)).kind).toBe('forbidden')
    expect((await send(stranger, `/teams/${teamId}/tasks/${taskId}`, stranger.id)).kind).toBe('forbidden')
    expect(await ask(manager, `/teams/${makeUuid()}/tasks`)).toEqual(notFound)
    expect(await send(manager, `/teams/${otherTeamId}/tasks/${taskId}`, manager.id)).toEqual(notFound)
    const unseen = await makeTask('Unseen', { personId: hidden })
    expect(await send(manager, `/teams/${teamId}/tasks/${unseen}`, manager.id)).toEqual(notFound)
    expect(await send(manager, `/teams/${teamId}/tasks/${makeUuid()}`, manager.id)).toEqual(notFound)
    expect(await titles(manager, '&whose=waiting')).toContain('Theirs')
  })
})
