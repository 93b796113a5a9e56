import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { writeSetting } from '#modules/agencies'
import { registries } from '#modules/casework'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { candidates } from '../../casework/pages/allocate/candidates.ts'
import { boardRows, byRule } from '../../casework/pages/team-board/boardRows.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { caseloadSource } from './caseloadSource.ts'
import { caseloadRoutes } from './index.ts'

const record = await testRecord()
const { makers } = record
const before = registries.caseloadSource
registries.caseloadSource = caseloadSource
afterAll(() => {
  registries.caseloadSource = before
})
const today = londonDate(Temporal.Now.instant())
const ask = askPage((actor, fn) => record.as(actor, fn), caseloadRoutes)
const base = '/workforce/caseload'
const text = async (actor: Actor, url: string, asked = {}) => contentOf(await ask(actor, 'GET', url, asked))
const tell = (query: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => query.execute(work.db()))

async function team(children: number) {
  const areaId = await makers.area()
  const teamId = await makers.team({ areaId })
  const [manager, worker] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: worker.id, teamId, holdsCases: true })
  const ids: Uuid[] = []
  for (let made = 0; made < children; made += 1) {
    const personId = await makers.person()
    await makers.allocation({ personId, teamId, workerId: worker.id })
    ids.push(personId)
  }
  return { areaId, teamId, manager, worker, children: ids }
}

describe('the county', () => {
  test('teams over the number come first, with words', async () => {
    const director = await makers.worker({ class: 'director' })
    await team(2)
    const pressed = await team(17)
    const page = await text(director, base)
    expect(page).toContain('17: over 15')
    const links = [...page.matchAll(/\/workforce\/caseload\/teams\/([0-9a-f-]+)"/g)].map(([, id]) => id)
    expect(links[0]).toBe(pressed.teamId)
    expect(page).toContain('<svg role="img"')
    const only = await text(director, base, { query: { over: 'yes' } })
    expect([...only.matchAll(/teams\/([0-9a-f-]+)"/g)].map(([, id]) => id)).toEqual([pressed.teamId])
  })

  test('says that a day to come is none, and shows today', async () => {
    const director = await makers.worker({ class: 'director' })
    const reply = await ask(director, 'GET', base, { query: { on: today.add({ days: 3 }).toString() } })
    expect(reply).toMatchObject({ status: 422 })
    expect(contentOf(reply)).toContain('Day must be today or in the past')
  })

  test('a team that was closed with children says so, and children of nobody’s hours are no capacity', async () => {
    const director = await makers.worker({ class: 'director' })
    const { teamId, worker } = await team(1)
    await tell(
      sql`update post set ended_on = ${today.subtract({ days: 1 }).toString()} where worker_id = ${worker.id}`,
    )
    const page = await text(director, base)
    expect(page).toContain('No capacity: children and no FTE that counts')
    expect(page).toContain(teamId)
  })
})

describe('a team', () => {
  test('shows each worker with the alert and, to its manager, what counts', async () => {
    const { teamId, manager, worker } = await team(16)
    await tell(sql`insert into early_career (worker_id, programme, started_on, expected_end, protected_hours, caseload_share)
      values (${worker.id}, 'Assessed year', ${today.subtract({ days: 60 }).toString()}, ${today.add({ days: 300 }).toString()}, 3.5, 0.9)`)
    const page = await text(manager, `${base}/teams/:teamId`, { params: { teamId } })
    expect(page).toContain('17.8: over 15')
    const stranger = (await team(0)).worker
    const theirs = await text(stranger, `${base}/teams/:teamId`, { params: { teamId } })
    expect(theirs).toContain('16: over 15')
    expect(theirs).toContain('Not shown')
  })

  test('opens the children behind a number, and says how many the reader may not see', async () => {
    const { teamId, manager, worker, children } = await team(3)
    const url = `${base}/teams/:teamId/children`
    const asked = { params: { teamId }, query: { worker: worker.id } }
    expect(await text(manager, url, asked)).toContain('3 children whom you may see')
    const stranger = (await team(0)).worker
    const hidden = await text(stranger, url, asked)
    expect(hidden).toContain('3 more are counted whom you may not see')
    for (const id of children) expect(hidden).not.toContain(id)
    await makers.restriction({ subjectId: children[0] as Uuid, members: [worker.id] })
    expect(await text(stranger, url, asked)).toContain('2 more are counted whom you may not see')
  })

  test('an administrator is told how many children, and none of them', async () => {
    const admin = await makers.worker({ class: 'administrator' })
    const { teamId, children } = await team(2)
    const page = await text(admin, `${base}/teams/:teamId/children`, { params: { teamId } })
    expect(page).toContain('2 more are counted whom you may not see')
    for (const id of children) expect(page).not.toContain(id)
  })

  test('an id that is nobody’s is not found', async () => {
    const { manager } = await team(0)
    const nobody = '00000000-0000-7000-8000-000000000000'
    expect(await ask(manager, 'GET', `${base}/teams/:teamId`, { params: { teamId: nobody } })).toEqual({
      kind: 'not_found',
    })
  })
})

test('before the click each worker’s caseload is said with all the brothers and sisters', async () => {
  const { teamId, manager, worker } = await team(13)
  const { children } = await makers.family({ children: 3 })
  for (const personId of children) await makers.allocation({ personId, teamId })
  const [first] = await record.as(manager, work => candidates(work, teamId, children))
  expect(first).toMatchObject({
    workerId: worker.id,
    carries:
      '13 children, 13 per FTE. With these 3 children: 16, 16 per FTE: over the authority’s number of 15',
  })
})

test('where families are counted three children are one more', async () => {
  const admin = await makers.worker({ class: 'administrator' })
  const rule = {
    counts: 'families',
    coWorking: 0,
    agencyCounts: 'yes',
    earlyCareerReduces: 'yes',
    leaveDays: 28,
  }
  await record.as(admin, work => writeSetting(work, 'caseload.rule', rule))
  const { teamId, manager } = await team(2)
  const { children } = await makers.family({ children: 3 })
  for (const personId of children) await makers.allocation({ personId, teamId })
  const [first] = await record.as(manager, work => candidates(work, teamId, children))
  expect(first?.carries).toBe('2 families, 2 per FTE. With these 3 children: 3, 3 per FTE')
  expect(await text(manager, `${base}/rule`)).toContain('A family counts one')
  await record.as(admin, work => writeSetting(work, 'caseload.rule', { ...rule, counts: 'children' }))
})

test('the team’s board divides by the hours that count', async () => {
  const { teamId, manager, worker } = await team(2)
  await tell(sql`update post set fte = 0.5 where worker_id = ${worker.id}`)
  const counted = await record.as(manager, work => caseloadSource.onBoard(work, teamId))
  expect(counted.get(worker.id)).toEqual({ fte: 0.5, perFte: 4 })
  expect(byRule(boardRows([], [], new Map()), counted)).toEqual([])
})

describe('views apart', () => {
  test('weight is said by plan and need, with the weights of the authority', async () => {
    const { manager, children } = await team(2)
    const [first] = children
    await tell(
      sql`insert into cp_plan (person_id, started_on) values (${first}, ${today.subtract({ days: 9 }).toString()})`,
    )
    const page = await text(manager, `${base}/weighted`)
    expect(page).toContain('never changes')
    expect(page).toContain('>2.3<') // 1.5 and 0.75
  })

  test('practice by band says no number below five, and claims no cause', async () => {
    const director = await makers.worker({ class: 'director' })
    const page = await text(director, `${base}/practice`)
    expect(page).toContain('not shown to be caused')
    expect(page).toContain('Too few to say')
  })

  test('span of control counts teams and workers for each leader', async () => {
    const director = await makers.worker({ class: 'director' })
    const { areaId } = await team(0)
    const leader = await makers.worker()
    await makers.post({ workerId: leader.id, areaId, role: 'service_leader' })
    expect(await text(director, `${base}/span`)).toMatch(/1 service leader/)
  })
})

describe('absences', () => {
  const url = '/workforce/absences'
  const days = (name: string, on: Temporal.PlainDate) => ({
    [`${name}-day`]: `${on.day}`,
    [`${name}-month`]: `${on.month}`,
    [`${name}-year`]: `${on.year}`,
  })
  const sent = (workerId: Uuid, from: number, until: number) => ({
    worker_id: workerId,
    ...days('from_day', today.subtract({ days: from })),
    ...days('until_day', today.subtract({ days: until })),
    reason: 'leave',
  })

  test('are kept by the line, seen by the worker, and by nobody else', async () => {
    const { manager, worker } = await team(1)
    expect(await ask(manager, 'POST', `${url}/new`, { sent: sent(worker.id, 50, 5) })).toMatchObject({
      kind: 'redirect',
    })
    expect(await text(worker, url)).toContain('Leave')
    const stranger = (await team(0)).manager
    expect(await text(stranger, url)).toContain('No absence is recorded')
    expect(await ask(worker, 'POST', `${url}/new`, { sent: sent(worker.id, 200, 190) })).toEqual({
      kind: 'not_found',
    })
  })

  test('an end before the beginning, and days that are covered already, are refused', async () => {
    const { manager, worker } = await team(1)
    const post = async (from: number, until: number) =>
      ask(manager, 'POST', `${url}/new`, { sent: sent(worker.id, from, until) })
    expect(contentOf(await post(5, 50))).toContain('Last day must be on or after the first day')
    await post(50, 5)
    expect(contentOf(await post(10, 3))).toContain('covers some of these days')
  })
})
