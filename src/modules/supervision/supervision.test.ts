import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Actor, serviceActor } from '#platform/db'
import type { Reply } from '#platform/http'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../main/modules.ts'
import { askRoute } from '../agencies/testing/askRoute.ts'
import { supervisionModule } from './module.ts'
import type { SupervisionTables } from './tables.ts'

const record = await testRecord()
registerModules()
const { makers } = record
const today = Temporal.Now.plainDateISO('Europe/London')
let [manager, worker, colleague, leader, otherManager, director, administrator]: Actor[] = []
let child: Uuid
let other: Uuid
let areaId: Uuid
let teamId: Uuid

beforeAll(async () => {
  areaId = await makers.area()
  teamId = await makers.team({ areaId })
  const elsewhere = await makers.team()
  const people: Actor[] = []
  for (let count = 0; count < 5; count += 1) people.push(await makers.worker())
  ;[manager, worker, colleague, leader, otherManager] = people
  director = await makers.worker({ class: 'director' })
  administrator = await makers.worker({ class: 'administrator' })
  await makers.post({ workerId: id(manager), teamId, role: 'team_manager' })
  await makers.post({ workerId: id(worker), teamId, holdsCases: true })
  await makers.post({ workerId: id(colleague), teamId, holdsCases: true })
  await makers.post({ workerId: id(leader), areaId, role: 'service_leader' })
  await makers.post({ workerId: id(otherManager), teamId: elsewhere, role: 'team_manager' })
  child = await makers.person({ given: 'Wrenna' })
  other = await makers.person({ given: 'Tobin' })
  for (const personId of [child, other]) await makers.allocation({ personId, teamId, workerId: id(worker) })
})

const id = (actor: Actor | undefined): Uuid => (actor as Actor).id
const ask = (actor: Actor | undefined, method: 'GET' | 'POST', path: string, sent = {}) =>
  record.as(actor as Actor, work => askRoute(supervisionModule.routes, work, method, path, sent))
const days = (name: string, day: Temporal.PlainDate) => ({
  [`${name}-day`]: String(day.day),
  [`${name}-month`]: String(day.month),
  [`${name}-year`]: String(day.year),
})
const pageOf = (reply: Reply): string => (reply.kind === 'page' ? String(reply.content) : reply.kind)
const begun = async (of = worker, by = manager): Promise<string> => {
  const sent = { ...days('held', today), kind: 'one_to_one' }
  const reply = await ask(by, 'POST', `/supervision/workers/${id(of)}`, sent)
  if (reply.kind !== 'redirect') throw new Error(pageOf(reply))
  return reply.location.replace('/write', '')
}
/** Sends the form as it was opened. */
const write = async (session: string, more: object, by = manager): Promise<Reply> => {
  const form = pageOf(await ask(by, 'GET', `${session}/write`))
  const version = /name="version" value="([^"]+)"/.exec(form)?.[1]
  return await ask(by, 'POST', `${session}/write`, {
    ...days('held', today),
    kind: 'one_to_one',
    version,
    ...more,
  })
}
const counted = (actor: Actor | undefined, table: string) =>
  record.as(actor as Actor, async work => {
    const { rows } = await sql<{
      count: number
    }>`select count(*)::int as count from ${sql.table(table)}`.execute(work.db())
    return rows[0]?.count
  })

describe('a session', () => {
  test('is complete only with both halves, and stops the clock of each child that was discussed', async () => {
    const session = await begun()
    const late = await write(session, { complete: 'yes', learning: 'Slower questions' })
    expect(pageOf(late)).toContain('Write a direction for at least one child')
    expect(
      await write(session, { [`direction_${child}`]: 'See her alone on Friday', tasks: 'yes' }),
    ).toMatchObject({ kind: 'redirect' })
    expect(pageOf(await write(session, { complete: 'yes' }))).toContain('Write the practice half before')
    expect(pageOf(await ask(manager, 'GET', '/supervision'))).toContain('is not complete: no practice half')
    const ticked = await write(session, { complete: 'yes', learning: 'Slower questions', about: [other] })
    expect(pageOf(ticked)).toContain('Write a direction for each child that you ticked')
    expect(await write(session, { complete: 'yes', learning: 'Slower questions' })).toMatchObject({
      kind: 'redirect',
    })
    const page = pageOf(await ask(worker, 'GET', session))
    expect(page).toContain('See her alone on Friday')
    expect(page).toContain('Slower questions')
    const { rows } = await record.as(worker as Actor, work =>
      sql<{
        of: string
      }>`select definition_id || ' ' || outcome as of from clock where definition_id = 'SUPERVISION_CASE'
        union all select 'task ' || title from task`.execute(work.db()),
    )
    expect(rows.map(row => row.of).toSorted()).toEqual([
      'SUPERVISION_CASE open',
      'task See her alone on Friday',
    ])
    const directions = pageOf(await ask(worker, 'GET', `/people/${child}/directions`))
    expect(directions).toContain('See her alone on Friday')
    expect(directions).not.toContain('Slower questions')
  })

  test('stands once it is complete: the database refuses a change by either, and takes a correction', async () => {
    const session = await begun()
    await write(session, { complete: 'yes', learning: 'More', [`direction_${child}`]: 'Again' })
    const sessionId = session.split('/').at(-1) as string
    const change = (actor: Actor | undefined, set: string) =>
      record.as(actor as Actor, work =>
        sql`update record.supervision_session set ${sql.raw(set)} where id = ${sessionId}::uuid`.execute(
          work.db(),
        ),
      )
    await expect(change(manager, 'next_on = held_on + 3')).rejects.toThrow('stands')
    await expect(change(worker, "status = 'open', supervisor_agreed_at = null")).rejects.toThrow(
      'written by whoever supervises',
    )
    await expect(change(manager, "supervisee_view = 'Fine'")).rejects.toThrow('whoever is supervised')
    const version = /view"[\s\S]*?name="version" value="([^"]+)"/.exec(
      pageOf(await ask(worker, 'GET', session)),
    )?.[1]
    expect(
      await ask(worker, 'POST', `${session}/view`, { view: 'I see it otherwise.', agrees: 'yes', version }),
    ).toMatchObject({ kind: 'redirect' })
    await expect(change(worker, "supervisee_view = 'Fine'")).rejects.toThrow('stands')
    expect(await ask(worker, 'POST', `${session}/corrections`, { words: 'It was Thursday.' })).toMatchObject({
      kind: 'redirect',
    })
    const page = pageOf(await ask(manager, 'GET', session))
    expect(page).toContain('I see it otherwise.')
    expect(page).toContain('It was Thursday.')
  })

  test('without its halves is not complete whatever a page does', async () => {
    const session = await begun()
    const sessionId = session.split('/').at(-1) as string
    const complete = (set: string) =>
      record.as(manager as Actor, work =>
        sql`update record.supervision_session set ${sql.raw(set)}, status = 'complete', supervisor_agreed_at = now()
          where id = ${sessionId}::uuid`.execute(work.db()),
      )
    await expect(complete('discussed = 0')).rejects.toThrow('practice half')
    await write(session, { learning: 'Words' })
    await expect(complete('discussed = 0')).rejects.toThrow('case half')
    await expect(complete("no_children_reason = 'None today'")).rejects.toThrow('case half')
  })

  test('opened twice is one, and a form opened before another change keeps both texts', async () => {
    const session = await begun(colleague)
    expect(await begun(colleague)).toBe(session)
    await write(session, { learning: 'First' })
    const stale = await ask(manager, 'POST', `${session}/write`, {
      ...days('held', today),
      kind: 'one_to_one',
      learning: 'Second',
      version: 'before',
    })
    expect(stale).toMatchObject({ status: 409 })
    expect(pageOf(stale)).toMatch(/First[\s\S]*Second|Second[\s\S]*First/)
    const done = {
      complete: 'yes',
      learning: 'First',
      no_children: 'Holds none yet',
      what_0: 'Shadow a visit',
      owner_0: 'supervisee',
    }
    expect(await write(session, done)).toMatchObject({ kind: 'redirect' })
    const next = await begun(colleague)
    expect(pageOf(await ask(manager, 'GET', `${next}/write`))).toContain('Shadow a visit')
  })
})

describe('who reads it', () => {
  test('the worker, the supervisor and the line, and nobody else', async () => {
    const session = await begun()
    for (const reader of [manager, worker, leader])
      expect((await ask(reader, 'GET', session)).kind).toBe('page')
    for (const reader of [colleague, otherManager, director]) {
      expect(await ask(reader, 'GET', session)).toEqual({ kind: 'not_found' })
      expect(await ask(reader, 'POST', `${session}/write`, {})).toEqual({ kind: 'not_found' })
    }
    expect(await counted(otherManager, 'practice_development')).toBe(0)
    await expect(counted(administrator, 'supervision_session')).rejects.toThrow('permission denied')
  })

  test('another team’s manager begins none, and nobody supervises themself', async () => {
    const sent = { ...days('held', today), kind: 'one_to_one' }
    const at = `/supervision/workers/${id(worker)}`
    expect(await ask(otherManager, 'POST', at, sent)).toEqual({ kind: 'not_found' })
    expect(await ask(manager, 'POST', `/supervision/workers/${id(manager)}`, sent)).toEqual({
      kind: 'not_found',
    })
    await expect(
      record.as(otherManager as Actor, work =>
        sql`insert into record.supervision_session (supervisee_id, held_on) values (${id(worker)}, ${today}::date)`.execute(
          work.db(),
        ),
      ),
    ).rejects.toThrow('row-level security')
  })
})

describe('a dip sample', () => {
  const half = { complete: 'yes', learning: 'A word' }
  const drawn = { ...days('from', today), ...days('until', today), size: '1', seed: 'spring' }

  test('is drawn and scored by who leads the supervisor, and read by who was audited when it is done', async () => {
    const session = await begun()
    await write(session, { ...half, [`direction_${child}`]: 'Call the school' })
    expect(
      await ask(manager, 'POST', '/supervision/audits', { ...drawn, team: teamId, auditor: id(manager) }),
    ).toEqual({ kind: 'not_found' })
    const reply = await ask(leader, 'POST', '/supervision/audits', {
      ...drawn,
      team: teamId,
      auditor: id(leader),
    })
    if (reply.kind !== 'redirect') throw new Error(pageOf(reply))
    const page = pageOf(await ask(leader, 'GET', reply.location))
    expect(page).toContain('spring')
    const score = /\/supervision\/audits\/sessions\/[0-9a-f-]+/.exec(page)?.[0] as string
    expect(await ask(otherManager, 'GET', score)).toEqual({ kind: 'not_found' })
    expect(pageOf(await ask(leader, 'POST', score, { score_0: '3' }))).toContain('Select a score')
    const scores = { score_0: '3', score_1: '2', score_2: '1', score_3: '0' }
    expect(await ask(leader, 'POST', score, scores)).toMatchObject({ kind: 'redirect' })
    expect(pageOf(await ask(leader, 'GET', '/supervision/audits'))).toContain('1.5 of 3')
    expect(pageOf(await ask(manager, 'GET', reply.location))).toContain('Scored')
    expect(await ask(worker, 'GET', reply.location)).toEqual({ kind: 'not_found' })
  })

  test('a manager of another team reads what they are to score until it is scored', async () => {
    const reply = await ask(leader, 'POST', '/supervision/audits', {
      ...drawn,
      team: teamId,
      auditor: id(otherManager),
    })
    if (reply.kind !== 'redirect') throw new Error(pageOf(reply))
    const page = pageOf(await ask(otherManager, 'GET', reply.location))
    const score = /\/supervision\/audits\/sessions\/[0-9a-f-]+/.exec(page)?.[0] as string
    expect(pageOf(await ask(otherManager, 'GET', score))).toContain('What was learned')
    await ask(otherManager, 'POST', score, { score_0: '3', score_1: '2', score_2: '1', score_3: '0' })
    expect(await counted(otherManager, 'supervision_session')).toBe(0)
  })
})

describe('wellbeing', () => {
  const said = { score_0: '2', score_1: '3', score_2: '4', words: 'Tired' }
  const quarter = today
    .with({ day: 1, month: Math.floor((today.month - 1) / 3) * 3 + 1 })
    .subtract({ months: 3 })
  const tell = async (count: number, of: Uuid) => {
    for (let at = 0; at < count; at += 1) {
      const { id: workerId } = await makers.worker()
      await makers.post({ workerId, teamId: of })
      const checked = {
        worker_id: workerId,
        checked_on: quarter.add({ days: 3 }),
        statements: ['One'],
        scores: '[4]',
      }
      await record.as(serviceActor('storyteller'), work =>
        work
          .db<SupervisionTables>()
          .insertInto('wellbeing_check')
          .values({ id: makeUuid(), ...checked })
          .execute(),
      )
    }
  }
  const numbers = async (actor: Actor | undefined) =>
    pageOf(await ask(actor, 'GET', `/supervision/wellbeing/areas?quarter=${quarter.toString()}`))

  test('is read by its writer, and by the line only while it is shared', async () => {
    expect(await ask(worker, 'POST', '/supervision/wellbeing', said)).toMatchObject({ kind: 'redirect' })
    for (const reader of [manager, leader, colleague])
      expect(await counted(reader, 'wellbeing_check')).toBe(0)
    const share = /\/supervision\/wellbeing\/[0-9a-f-]+\/share/.exec(
      pageOf(await ask(worker, 'GET', '/supervision/wellbeing')),
    )?.[0] as string
    expect(await ask(manager, 'POST', share, { share: 'yes' })).toEqual({ kind: 'not_found' })
    await ask(worker, 'POST', share, { share: 'yes' })
    expect(pageOf(await ask(manager, 'GET', `/supervision/workers/${id(worker)}`))).toContain('Tired')
    expect(await counted(colleague, 'wellbeing_check')).toBe(0)
    await ask(worker, 'POST', share, { share: 'no' })
    expect(await counted(manager, 'wellbeing_check')).toBe(0)
  })

  test('in numbers tells of no fewer than five, and not by taking one from another', async () => {
    expect((await ask(manager, 'GET', '/supervision/wellbeing/areas')).kind).toBe('forbidden')
    const [small, large] = [await makers.area(), await makers.area()]
    await tell(3, await makers.team({ areaId: small }))
    await tell(6, await makers.team({ areaId: large }))
    expect(await numbers(director)).not.toContain('>6<')
    const third = await makers.area()
    await tell(7, await makers.team({ areaId: third }))
    const page = await numbers(leader)
    expect(page).toContain('>7<')
    expect(page.match(/Too few to tell/g)).toHaveLength(2)
  })
})
