import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { tellRow } from '../testing/tellRow.ts'
import { capacityRoutes } from './index.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())
const ask = askPage((actor, fn) => record.as(actor, fn), capacityRoutes)
const page = '/workforce/splits/:splitId'
const url = `${page}/transfers`

/** A team of one worker with two brothers and a third child, to be split into another with a manager of its own. */
async function stage({ both = false, hasManager = true, goesAlready = true } = {}) {
  const [from, into] = [await makers.team(), await makers.team()]
  const [manager, other, worker] = [await makers.worker(), await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId: from, role: 'team_manager' })
  if (hasManager)
    await makers.post({ workerId: both ? manager.id : other.id, teamId: into, role: 'team_manager' })
  await makers.post({ workerId: worker.id, teamId: from })
  if (goesAlready) await makers.post({ workerId: worker.id, teamId: into })
  const children = [await makers.person(), await makers.person(), await makers.person()]
  await makers.family({ children: children.slice(0, 2) })
  for (const personId of children) await makers.allocation({ personId, teamId: from, workerId: worker.id })
  const splitId = await tellRow(record, 'team_split', {
    team_id: from,
    into_team_id: into,
    into_name: 'The second',
    worker_ids: [worker.id],
    planned_on: today.toString(),
  })
  return { from, into, manager, other, worker, children, params: { splitId } }
}
const show = async (who: Actor, params: { splitId: string }) =>
  contentOf(await ask(who, 'GET', page, { params }))
const named = (text: string) => [...text.matchAll(/name="child" value="([^"]+)"/g)].map(([, id]) => id)

async function waiting(who: Actor, children: readonly Uuid[]) {
  const { rows } = await record.as(who, work =>
    sql<{
      person_id: Uuid
      moves_id: Uuid
      handover: string
    }>`select person_id, moves_id, handover from transfer
      where person_id = any (${[...children]}::uuid[]) and decided_at is null`.execute(work.db()),
  )
  return rows
}
async function holdings(who: Actor, personId: Uuid | undefined) {
  const { rows } = await record.as(who, work =>
    sql<{ team_id: Uuid; is_over: boolean }>`select team_id, ended_on is not null as is_over from allocation
      where person_id = ${personId} order by recorded_from`.execute(work.db()),
  )
  return rows
}

describe('the transfers of a split', () => {
  test('are asked for in one act, brothers together, and the old team stays responsible', async () => {
    const { manager, children, params, from } = await stage()
    const shown = named(await show(manager, params))
    expect(new Set(shown)).toEqual(new Set(children))
    const reply = await ask(manager, 'POST', url, { params, sent: { child: shown, act: 'take' } })
    expect(reply).toMatchObject({ kind: 'redirect', success: expect.stringContaining('3 children wait') })
    const asked = await waiting(manager, children)
    expect(asked).toHaveLength(3)
    expect(new Set(asked.map(({ moves_id }) => moves_id)).size).toBe(2)
    expect(asked[0]?.handover).toContain('Risks and alerts')
    expect(await holdings(manager, children[0])).toEqual([{ team_id: from, is_over: false }])
    const after = await show(manager, params)
    expect(after).toContain('A transfer waits for its answer')
    expect(named(after)).toEqual([])
  })

  test('are carried out by who manages both teams, and the former allocation stays readable', async () => {
    const { manager, children, params, from, into } = await stage({ both: true })
    expect(await show(manager, params)).toContain('Carry out the transfers for 3 children')
    const reply = await ask(manager, 'POST', url, { params, sent: { child: children, act: 'take' } })
    expect(reply).toMatchObject({ success: '3 children are with the new team now' })
    expect(await holdings(manager, children[0])).toEqual([
      { team_id: from, is_over: true },
      { team_id: into, is_over: false },
    ])
    expect(await show(manager, params)).toContain('All of them have moved')
  })

  test('wait where the worker has no post in the new team yet', async () => {
    const { manager, children, params } = await stage({ both: true, goesAlready: false })
    const reply = await ask(manager, 'POST', url, { params, sent: { child: children, act: 'take' } })
    expect(reply).toMatchObject({ success: expect.stringContaining('3 children wait') })
    expect(await waiting(manager, children)).toHaveLength(3)
  })

  test('are refused as a whole where one was asked for meanwhile, and the page says which', async () => {
    const { manager, children, params } = await stage()
    const [first, second, third] = children
    await ask(manager, 'POST', url, { params, sent: { child: third, act: 'ask' } })
    const reply = await ask(manager, 'POST', url, { params, sent: { child: children, act: 'ask' } })
    expect(reply).toMatchObject({ kind: 'page', status: 409 })
    expect(contentOf(reply)).toContain('Nothing was asked')
    expect(await waiting(manager, children)).toHaveLength(1)
    expect(new Set(named(contentOf(reply)))).toEqual(new Set([first, second]))
  })

  test('are asked once by two who press at the same moment', async () => {
    const { manager, children, params } = await stage()
    const press = () => ask(manager, 'POST', url, { params, sent: { child: children, act: 'ask' } })
    const kinds = (await Promise.all([press(), press()])).map(({ kind }) => kind).toSorted()
    expect(kinds).toEqual(['page', 'redirect'])
    expect(await waiting(manager, children)).toHaveLength(3)
  })

  test('are not for a worker, nor into a team that nobody manages', async () => {
    const { manager, worker, children, params } = await stage({ hasManager: false })
    expect(named(await show(worker, params))).toEqual([])
    expect(await ask(worker, 'POST', url, { params, sent: { child: children } })).toMatchObject({
      status: 409,
    })
    const reply = await ask(manager, 'POST', url, { params, sent: { child: children } })
    expect(reply).toMatchObject({ status: 422 })
    expect(contentOf(reply)).toContain('no manager who could answer')
    expect(await waiting(manager, children)).toEqual([])
  })
})
