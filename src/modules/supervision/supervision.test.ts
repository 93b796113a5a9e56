import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../main/modules.ts'
import { days, pageOf, supervisionStage, today } from './testing/supervisionStage.ts'

const record = await testRecord()
registerModules()
const stage = await supervisionStage(record)
const { manager, worker, colleague, leader, otherManager, director, administrator } = stage
const { child, other, ask, begun, write, counted } = stage

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
    const { rows } = await record.as(worker, work =>
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
    const change = (actor: Actor, set: string) =>
      record.as(actor, work =>
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
      record.as(manager, work =>
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
    const at = `/supervision/workers/${worker.id}`
    expect(await ask(otherManager, 'POST', at, sent)).toEqual({ kind: 'not_found' })
    expect(await ask(manager, 'POST', `/supervision/workers/${manager.id}`, sent)).toEqual({
      kind: 'not_found',
    })
    await expect(
      record.as(otherManager, work =>
        sql`insert into record.supervision_session (supervisee_id, held_on) values (${worker.id}, ${today}::date)`.execute(
          work.db(),
        ),
      ),
    ).rejects.toThrow('row-level security')
  })
})
