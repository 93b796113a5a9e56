import { beforeAll, describe, expect, test } from 'vitest'
import { addOutcomes, storedClocks } from '#modules/casework'
import type { Actor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../../main/modules.ts'
import { askPage, contentOf } from '../../casework/testing/askPage.ts'
import { protectionListRoutes } from '../list/index.ts'
import { runningPlans } from '../list/protectionPlans.ts'
import { protectionPlanRoutes } from './index.ts'
import {
  categoriesOf,
  coreGroupsOf,
  membersOf,
  planOutcomes,
  protectionPlansOf,
  runningPlan,
} from './queries/readPlan.ts'
import { plannedChild } from './testing/plannedChild.ts'

const record = await testRecord()
registerModules()
const ask = askPage(record.as, [...protectionPlanRoutes, ...protectionListRoutes])
let stage: Awaited<ReturnType<typeof plannedChild>>
beforeAll(async () => {
  stage = await plannedChild(record)
})

const base = '/people/:personId/protection-plan'
const day = (name: string, on: string) => {
  const date = Temporal.PlainDate.from(on)
  return {
    [`${name}-day`]: `${date.day}`,
    [`${name}-month`]: `${date.month}`,
    [`${name}-year`]: `${date.year}`,
  }
}
const send = (
  path: string,
  params: Record<string, string>,
  sent: Record<string, unknown>,
  actor: Actor = stage.worker,
) => ask(actor, 'POST', `${base}${path}`, { params, sent })
const planOf = async (personId: Uuid) => {
  const plan = await record.as(stage.worker, work => runningPlan(work, personId))
  if (plan === null) throw new Error('No plan runs')
  return plan
}

describe('a plan', () => {
  test('is started by nobody without a conference', async () => {
    const personId = await record.makers.person()
    await record.makers.allocation({ personId, teamId: stage.teamId, workerId: stage.worker.id })
    const begin = record.as(stage.manager, work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .insertInto('cp_plan')
        .values({ id: makeUuid(), person_id: personId, started_on: '2026-03-02', initial_category: 'NEG' })
        .execute(),
    )
    await expect(begin).rejects.toThrow('A conference decides that a plan starts')
  })

  test('ends by a lawful event with what shows it, and not without', async () => {
    const { personId } = await stage.another()
    const sent = { event: 'moved', ...day('on', '2026-06-01'), version: '1' }
    expect(await send('/end', { personId }, sent)).toMatchObject({ status: 422 })
    const reply = await send(
      '/end',
      { personId },
      { ...sent, evidence: 'Norfordshire, conference on 28 May 2026' },
    )
    expect(reply).toMatchObject({ kind: 'redirect' })
    const [plan] = await record.as(stage.worker, work => protectionPlansOf(work, [personId]))
    expect(plan).toMatchObject({ endEvent: 'moved', endedOn: Temporal.PlainDate.from('2026-06-01') })
    const clocks = await record.as(stage.worker, work => storedClocks(work, [personId]))
    expect(clocks.filter(({ outcome }) => outcome === 'open')).toEqual([])
  })

  test('does not end at 18 before the birthday, nor twice', async () => {
    const { personId } = await stage.another()
    const sent = { event: 'aged_18', ...day('on', '2026-06-01'), version: '1' }
    expect(contentOf(await send('/end', { personId }, sent))).toContain('The child is not 18 on that day')
    const again = record.as(stage.manager, work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .updateTable('cp_plan')
        .set({ ended_on: '2026-06-01' })
        .where('person_id', '=', personId)
        .execute(),
    )
    await expect(again).rejects.toThrow('review conference or a lawful event')
  })

  test('changes its category with the day and why, keeps the first, and refuses who opened it before', async () => {
    const { personId } = await stage.another()
    const sent = {
      category: 'EMO',
      ...day('since', '2026-05-01'),
      reasons: 'Decided by the review',
      version: '1',
    }
    expect(await send('/category', { personId }, sent)).toMatchObject({ kind: 'redirect' })
    const plan = await planOf(personId)
    expect(plan).toMatchObject({ initialCategory: 'NEG', latestCategory: 'EMO', version: 2 })
    expect(await record.as(stage.worker, work => categoriesOf(work, plan))).toMatchObject([
      { category: 'EMO', reasons: 'Decided by the review' },
    ])
    const stale = await send('/category', { personId }, { ...sent, category: 'PHY' })
    expect(stale).toMatchObject({ status: 409 })
  })

  test('counts those of this record and those that another authority told of', async () => {
    const { personId } = await stage.another()
    await send('/earlier', { personId }, { count: '2', by: 'Norfordshire', version: '1' })
    expect(await planOf(personId)).toMatchObject({ previousElsewhere: 2, previousPlans: 2 })
    expect(await send('/earlier', { personId }, { count: '2', by: '', version: '2' })).toMatchObject({
      status: 422,
    })
  })

  test('is the same 404 for whoever may not see the child as for a child without one', async () => {
    const stranger = await record.makers.worker()
    const { personId } = await stage.another()
    const hidden = await ask(stranger, 'GET', base, { params: { personId } })
    const absent = await ask(stranger, 'GET', base, { params: { personId: makeUuid() } })
    expect(hidden).toEqual(absent)
  })
})

describe('a core group', () => {
  test('records what changed and changes the plan in the same act, once', async () => {
    const { personId } = await stage.another('2026-03-02')
    const plan = await planOf(personId)
    await record.as(stage.worker, work =>
      addOutcomes(work, [plan], {
        outcome: 'Wren is at school each day',
        baseline: 'Three days a week',
        whatWillChange: 'Up and dressed by eight',
        needId: null,
        action: {
          what: 'Buy an alarm clock',
          owner: { kind: 'name', name: 'Mum' },
          dueOn: Temporal.PlainDate.from('2026-03-20'),
        },
      }),
    )
    const [outcome] = await record.as(stage.worker, work => planOutcomes(work, plan))
    const action = outcome?.actions[0]
    if (!action) throw new Error('No action')
    const sent = {
      ...day('held', '2026-03-12'),
      changed: 'The clock was bought; the school calls at nine',
      words: 'I like it when Mum wakes me',
      [`version-${action.id}`]: '1',
      [`state-${action.id}`]: 'done',
      [`result-${action.id}`]: 'Bought on Tuesday',
      outcome: 'Wren has breakfast',
      baseline: 'Nothing before school',
      change: 'Toast each morning',
      ...day('next', '2026-04-20'),
    }
    expect(await send('/core-group', { personId }, sent)).toMatchObject({ kind: 'redirect' })
    const outcomes = await record.as(stage.worker, work => planOutcomes(work, plan))
    expect(outcomes).toHaveLength(2)
    expect(outcomes.find(({ id }) => id === outcome?.id)?.actions[0]).toMatchObject({
      result: 'Bought on Tuesday',
    })
    const [held] = await record.as(stage.worker, work => coreGroupsOf(work, plan))
    expect(held).toMatchObject({ record: { planChanged: true, childWords: 'I like it when Mum wakes me' } })
    const clocks = await record.as(stage.worker, work => storedClocks(work, [personId]))
    expect(clocks.find(({ definitionId }) => definitionId === 'CORE_GROUP_FIRST')).toMatchObject({
      outcome: 'on_time',
    })
    expect(
      contentOf(await send('/core-group', { personId }, { ...sent, [`state-${action.id}`]: '' })),
    ).toContain('A core group of that day is on record')
  })

  test('writes nothing when an action was changed since the form was opened', async () => {
    const { personId } = await stage.another('2026-03-02')
    const plan = await planOf(personId)
    await record.as(stage.worker, work =>
      addOutcomes(work, [plan], {
        outcome: 'A warm house',
        baseline: 'Cold',
        whatWillChange: 'Heating on',
        needId: null,
        action: {
          what: 'Ring the landlord',
          owner: { kind: 'name', name: 'Dad' },
          dueOn: Temporal.PlainDate.from('2026-03-20'),
        },
      }),
    )
    const [outcome] = await record.as(stage.worker, work => planOutcomes(work, plan))
    const id = outcome?.actions[0]?.id
    const sent = {
      ...day('held', '2026-03-12'),
      changed: 'Nothing',
      noWords: 'A baby',
      [`version-${id}`]: '7',
      [`state-${id}`]: 'done',
      [`result-${id}`]: 'Rung',
    }
    expect(await send('/core-group', { personId }, sent)).toMatchObject({ status: 409 })
    expect(await record.as(stage.worker, work => coreGroupsOf(work, plan))).toEqual([])
  })

  test('has members who join and leave', async () => {
    const { personId } = await stage.another()
    const plan = await planOf(personId)
    await send(
      '/members/new',
      { personId },
      { who: `worker:${stage.worker.id}`, part: 'Lead', ...day('since', '2026-03-02') },
    )
    const [member] = await record.as(stage.worker, work => membersOf(work, plan))
    expect(member).toMatchObject({ part: 'Lead', untilOn: null })
    await send('/members/:memberId/end', { personId, memberId: member?.id ?? '' }, { version: '1' })
    expect(await record.as(stage.worker, work => membersOf(work, plan))).toMatchObject([
      { untilOn: expect.anything() },
    ])
  })
})

describe('the list', () => {
  test('has every child with a plan whose record the reader has, and nobody else', async () => {
    const stranger = await record.makers.worker()
    const mine = await record.as(stage.manager, work => runningPlans(work))
    expect(mine.map(({ personId }) => personId)).toContain(stage.personId)
    expect(await record.as(stranger, work => runningPlans(work))).toEqual([])
    const page = await ask(stage.manager, 'GET', '/protection-plans', {})
    expect(contentOf(page)).toContain('Wren')
  })

  test('shows the drift of a plan that two reviews left unchanged and that has run over 15 months', async () => {
    const { personId, planId } = await stage.another('2024-09-02')
    await stage.tell('cp_review', {
      person_id: personId,
      cp_plan_id: planId,
      held_on: '2024-12-02',
      decision: 'plan_continues',
    })
    await stage.tell('cp_review', {
      person_id: personId,
      cp_plan_id: planId,
      held_on: '2025-06-02',
      decision: 'plan_continues',
    })
    const mine = await record.as(stage.worker, work => runningPlans(work))
    expect(mine.find(one => one.personId === personId)?.drift).toEqual(['unchanged', 'long'])
    const page = await ask(stage.worker, 'GET', base, { params: { personId } })
    expect(contentOf(page)).toContain('Over 15 months')
  })

  test('of a past moment is as it was then', async () => {
    const { personId } = await stage.another()
    const before = await record.settled()
    await send(
      '/end',
      { personId },
      { event: 'left_country', ...day('on', '2026-06-01'), evidence: 'Flew on 1 June', version: '1' },
    )
    const has = async (options: object) =>
      (await record.as(stage.manager, work => runningPlans(work), options)).some(
        one => one.personId === personId,
      )
    expect(await has({})).toBe(false)
    expect(await has({ knownAt: before })).toBe(true)
  })
})
