import { beforeAll, describe, expect, test } from 'vitest'
import type { AgenciesTables } from '#modules/agencies'
import { type Actor, serviceActor } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { askRoute } from '../../../agencies/testing/askRoute.ts'
import { unseenChildren, workerLoads } from '../../queries/teamBoard.ts'
import { makeClock } from '../../queries/testing/makeClock.ts'
import type { CaseworkTables } from '../../tables.ts'
import { teamBoardRoutes } from './route.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())
const storyteller = serviceActor('storyteller')

let teamId: Uuid
let manager: Actor
let half: Actor
let whole: Actor
const children: Uuid[] = []

async function makeCaseHolder(worker: Actor, fte: number): Promise<void> {
  const id = await makers.post({ workerId: worker.id, teamId })
  await record.as(storyteller, work =>
    work
      .db<AgenciesTables>()
      .updateTable('post')
      .set({ fte, holds_cases: true })
      .where('id', '=', id)
      .execute(),
  )
}

async function see(
  personId: Uuid,
  daysAgo: number,
  corrects: Uuid | null = null,
  outcome = 'held',
  wasSeen = outcome === 'held',
): Promise<Uuid> {
  const id = makeUuid()
  const happened_at = Temporal.Now.instant().subtract({ hours: daysAgo * 24 })
  await record.as(storyteller, async work => {
    const db = work.db<CaseworkTables>()
    await db
      .insertInto('note')
      .values({
        id,
        kind: 'visit',
        happened_at,
        author_id: half.id,
        body: 'Invented',
        person_ids: [personId],
        corrects_id: corrects,
      })
      .execute()
    await db
      .insertInto('note_person')
      .values({
        note_id: id,
        person_id: personId,
        happened_at,
        kind: 'visit',
        outcome,
        was_seen: wasSeen,
        corrects_note_id: corrects,
      })
      .execute()
  })
  return id
}

beforeAll(async () => {
  teamId = await makers.team()
  ;[manager, half, whole] = [await makers.worker(), await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makeCaseHolder(half, 0.5)
  await makeCaseHolder(whole, 1)
  for (let index = 0; index < 4; index += 1) children.push(await makers.person({ given: `Nova${index}` }))
  const [first, second, third, queued] = children as [Uuid, Uuid, Uuid, Uuid]
  await makers.allocation({ personId: first, teamId, workerId: half.id })
  await makers.allocation({ personId: second, teamId, workerId: half.id })
  await makers.allocation({ personId: second, teamId, workerId: whole.id, role: 'co_worker' })
  await makers.allocation({ personId: third, teamId, workerId: whole.id })
  await makers.allocation({ personId: queued, teamId })
  await makeClock(record, { personId: first, dueOn: today.subtract({ days: 4 }) })
  await makeClock(record, {
    personId: second,
    definitionId: 'CIN_VISIT',
    dueOn: today.add({ days: 6 }),
    triggerOn: today.subtract({ days: 90 }),
  })
  await makeClock(record, {
    personId: third,
    dueOn: today.add({ days: 7 }),
    triggerOn: today.subtract({ days: 1 }),
  })
  await see(first, 12)
  await see(second, 60)
})

describe('workerLoads', () => {
  test('counts lead children apart from those held, and what is due for the lead alone', async () => {
    const loads = await record.as(manager, work => workerLoads(work, [teamId]))
    expect(new Map(loads.map(({ workerId, ...load }) => [workerId, load]))).toEqual(
      new Map([
        [half.id, { led: 2, held: 2, dueThisWeek: 1, overdue: 1 }],
        [whole.id, { led: 1, held: 2, dueThisWeek: 0, overdue: 0 }],
      ]),
    )
  })

  test('tells a worker nothing of children who are not theirs', async () => {
    const loads = await record.as(whole, work => workerLoads(work, [teamId]))
    expect(loads.find(load => load.workerId === half.id)?.led).toBe(1) // the one that both hold
  })
})

describe('unseenChildren', () => {
  const unseen = () => record.as(manager, work => unseenChildren(work, [teamId], 6))

  test('lists the overdue and the long unseen, the longest first, and nobody whose plan is a day old', async () => {
    expect((await unseen()).map(({ personId, plan }) => [personId, plan])).toEqual([
      [children[1], 'CIN_VISIT'],
      [children[0], 'CP_VISIT'],
    ])
  })

  test('does not count a visit that a later note withdraws', async () => {
    const [, second] = children as [Uuid, Uuid]
    const seen = await see(second, 2)
    expect((await unseen()).map(({ personId }) => personId)).toEqual([children[0]])
    await see(second, 2, seen, 'withdrawn')
    expect((await unseen()).map(({ personId }) => personId)).toEqual([second, children[0]])
  })
})

describe('an unborn child', () => {
  test('is not unseen while visits are held', async () => {
    const unborn = await makers.person({ given: 'Unborn' })
    const otherTeam = await makers.team()
    await makers.post({ workerId: manager.id, teamId: otherTeam, role: 'team_manager' })
    await makers.allocation({ personId: unborn, teamId: otherTeam, workerId: whole.id })
    await record.as(manager, work =>
      work
        .db<Record<string, Record<string, unknown>>>()
        .updateTable('person')
        .set({ is_unborn: true, date_of_birth: null })
        .where('id', '=', unborn)
        .execute(),
    )
    const clock = { dueOn: today.add({ days: 3 }), triggerOn: today.subtract({ days: 90 }) }
    await makeClock(record, { personId: unborn, ...clock })
    const unseen = () => record.as(manager, work => unseenChildren(work, [otherTeam], 6))
    expect(await unseen()).toHaveLength(1)
    await see(unborn, 3, null, 'held', false)
    expect(await unseen()).toEqual([])
  })
})

describe('the board', () => {
  const ask = (actor: Actor, path: string) =>
    record.as(actor, work => askRoute(teamBoardRoutes, work, 'GET', path))

  test('shows children per FTE against the authority’s number, the unseen by name, and the queue', async () => {
    const reply = await ask(manager, `/teams/${teamId}/board`)
    if (reply.kind !== 'page') throw new Error(reply.kind)
    const text = String(reply.content)
    expect(text).toContain('3 children with a lead, 1.5 FTE: 2 children per FTE.')
    expect(text).toContain('Nova0')
    expect(text).toContain('12 days ago')
    expect(text).toContain('1 child waits')
    expect(text).toContain('limit 15')
    expect(reply.shown).toMatchObject({ action: 'list' })
  })

  test('downloads the same numbers', async () => {
    const reply = await ask(manager, `/teams/${teamId}/board?format=csv`)
    if (reply.kind !== 'csv') throw new Error(reply.kind)
    expect([...reply.rows].map(row => row.slice(1))).toEqual([
      [0.5, 2, 2, 4, 1, 1],
      [1, 1, 2, 1, 0, 0],
    ])
  })

  test('is for those who direct the team: its manager, or the leader of its area', async () => {
    expect((await ask(whole, `/teams/${teamId}/board`)).kind).toBe('forbidden')
    expect((await ask(manager, `/teams/${makeUuid()}/board`)).kind).toBe('not_found')
    const areaId = await makers.area()
    const leader = await makers.worker()
    await makers.post({ workerId: leader.id, areaId, role: 'service_leader' })
    const inArea = await makers.team({ areaId })
    expect((await ask(leader, `/teams/${inArea}/board`)).kind).toBe('page')
    const list = await ask(leader, '/teams')
    expect(list.kind === 'page' && String(list.content)).toContain(`/teams/${inArea}/board`)
  })
})
