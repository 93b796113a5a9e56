import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { allocateChildren } from '#modules/casework'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { dated } from '../testing/tellRow.ts'
import { capacityRoutes } from './index.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())
const ask = askPage((actor, fn) => record.as(actor, fn), capacityRoutes)
const text = async (actor: Actor, url: string, asked = {}) => contentOf(await ask(actor, 'GET', url, asked))
const director = await makers.worker({ class: 'director' })
const url = '/workforce/capacity'

async function team(children: number) {
  const areaId = await makers.area()
  const teamId = await makers.team({ areaId })
  const [manager, worker, leader] = [await makers.worker(), await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: leader.id, areaId, role: 'service_leader' })
  await makers.post({ workerId: worker.id, teamId, holdsCases: true })
  const ids: Uuid[] = []
  while (ids.length < children) {
    const personId = await makers.person()
    await makers.allocation({ personId, teamId, workerId: worker.id })
    ids.push(personId)
  }
  return { areaId, teamId, manager, worker, leader, children: ids }
}
const rows = async (table: string) =>
  (
    await record.as(director, work =>
      sql<{ id: Uuid }>`select id from ${sql.table(table)} order by recorded_from`.execute(work.db()),
    )
  ).rows

describe('a scenario', () => {
  const wanted = {
    name: 'Eight and three',
    workers: '8',
    worker_cost: '42,000',
    leaders: '3',
    leader_cost: '42000',
  }

  test('is saved with the numbers of its day, and keeps them', async () => {
    const pressed = await team(40)
    expect(
      await ask(director, 'POST', `${url}/new`, { sent: { ...wanted, split_1: pressed.teamId } }),
    ).toMatchObject({
      kind: 'redirect',
    })
    const [{ id: scenarioId } = { id: '' }] = await rows('capacity_scenario')
    const page = await text(director, `${url}/:scenarioId`, { params: { scenarioId } })
    expect(page).toContain('£462,000')
    expect(page).toContain('40: over 15')
    expect(page).toContain('first half')
    await makers.allocation({
      personId: await makers.person(),
      teamId: pressed.teamId,
      workerId: pressed.worker.id,
    })
    expect(await text(director, `${url}/:scenarioId`, { params: { scenarioId } })).toBe(page)
    expect(await text(director, url)).toContain('Eight and three')
  })

  test('refuses numbers below zero and half a leader, and keeps what was typed', async () => {
    const reply = await ask(director, 'POST', `${url}/new`, {
      sent: { ...wanted, workers: '-2', leaders: '1.5' },
    })
    expect(reply).toMatchObject({ status: 422 })
    const page = contentOf(reply)
    expect(page).toContain('must be between 0 and 500')
    expect(page).toContain('must be a whole number')
    expect(page).toContain('value="-2"')
  })

  test('adding nobody changes nothing', async () => {
    await ask(director, 'POST', `${url}/new`, {
      sent: { ...wanted, name: 'Nobody', workers: '0', leaders: '0' },
    })
    const all = await rows('capacity_scenario')
    const page = await text(director, `${url}/:scenarioId`, { params: { scenarioId: all.at(-1)?.id } })
    expect(page).toContain('£0')
  })

  test('a social worker reads it and changes nothing', async () => {
    const { worker, leader } = await team(1)
    const [{ id: scenarioId } = { id: '' }] = await rows('capacity_scenario')
    expect(await text(worker, `${url}/:scenarioId`, { params: { scenarioId } })).not.toContain(
      'Change this scenario',
    )
    expect(await ask(worker, 'POST', `${url}/new`, { sent: wanted })).toEqual({ kind: 'not_found' })
    expect(await text(leader, `${url}/:scenarioId`, { params: { scenarioId } })).toContain(
      'Change this scenario',
    )
  })
})

describe('a split', () => {
  test('lists the children of those who go, until each has moved, and is not carried out before', async () => {
    const { teamId, manager, worker, leader, areaId, children } = await team(2)
    const into = await makers.team({ areaId })
    await makers.post({ workerId: manager.id, teamId: into, role: 'team_manager' })
    await makers.post({ workerId: worker.id, teamId: into, holdsCases: true })
    const sent = {
      team_id: teamId,
      into_name: 'North 1b',
      into_team_id: into,
      status: 'planned',
      ...dated('planned_on', today),
    }
    expect(await ask(leader, 'POST', '/workforce/splits/new', { sent })).toMatchObject({ kind: 'redirect' })
    const [{ id: splitId } = { id: '' }] = await rows('team_split')
    const params = { splitId }
    const page = await text(leader, '/workforce/splits/:splitId', { params })
    const version = /name="version" value="([^"]*)"/.exec(page)?.[1]
    const stale = await ask(leader, 'POST', '/workforce/splits/:splitId', {
      params,
      sent: { worker: worker.id, version: 'old' },
    })
    expect(stale).toMatchObject({ status: 409 })
    await ask(leader, 'POST', '/workforce/splits/:splitId', { params, sent: { worker: worker.id, version } })
    expect(await text(manager, '/workforce/splits/:splitId', { params })).toContain(
      '2 children are still to move',
    )
    const early = await ask(leader, 'POST', '/workforce/splits/:splitId/change', {
      params,
      sent: { ...sent, status: 'carried_out' },
    })
    expect(contentOf(early)).toContain('Move the children first: 2')
    await record.as(manager, work =>
      allocateChildren(work, {
        personIds: children,
        teamId: into,
        workerId: worker.id,
        role: 'lead_social_worker',
        startedOn: today,
        reason: 'The team becomes two',
        endsLead: true,
      }),
    )
    expect(await text(manager, '/workforce/splits/:splitId', { params })).toContain('All of them have moved')
    const history = await record.as(manager, work =>
      sql<{
        team_id: Uuid
      }>`select team_id from allocation where person_id = ${children[0]} order by recorded_from`.execute(
        work.db(),
      ),
    )
    expect(new Set(history.rows.map(row => row.team_id))).toEqual(new Set([teamId, into]))
  })

  test('into itself is refused', async () => {
    const { teamId } = await team(0)
    const sent = {
      team_id: teamId,
      into_name: 'The same',
      into_team_id: teamId,
      status: 'planned',
      ...dated('planned_on', today),
    }
    expect(contentOf(await ask(director, 'POST', '/workforce/splits/new', { sent }))).toContain(
      'Select another team',
    )
  })
})
