import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { type CaseloadRow, caseloads, caseloadsOn, teamCaseloadsOn, writeSetting } from '#modules/agencies'
import { type Actor, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { caseloadDifferences, gatherCaseload } from './index.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())
const ago = (days: number) => today.subtract({ days }).toString()
const tell = (text: ReturnType<typeof sql>) =>
  record.database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))

async function team() {
  const areaId = await makers.area()
  const teamId = await makers.team({ areaId })
  const [manager, worker, leader] = [await makers.worker(), await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: leader.id, areaId, role: 'service_leader' })
  await makers.post({ workerId: worker.id, teamId, holdsCases: true })
  return { areaId, teamId, manager, worker, leader }
}
const one = async (actor: Actor, workerId: Uuid, on = today) =>
  (await record.as(actor, work => caseloadsOn(work, [on], [workerId])))[0]
const ofTeam = async (actor: Actor, teamId: Uuid, on = today, knownAt?: Temporal.Instant) =>
  (await record.as(actor, work => caseloadsOn(work, [on]), knownAt ? { knownAt } : {})).find(
    row => row.teamId === teamId && row.workerId === null,
  )

test('counts each child once, and siblings as one family', async () => {
  const { teamId, manager, worker } = await team()
  const { children } = await makers.family({ children: 3 })
  for (const personId of children) await makers.allocation({ personId, teamId, workerId: worker.id })
  await makers.allocation({ personId: await makers.person(), teamId, workerId: worker.id, role: 'co_worker' })
  expect(await one(manager, worker.id)).toMatchObject({
    led: 3,
    families: 1,
    coWorked: 1,
    coFamilies: 1,
    fte: 1,
    counted: 1,
  })
})

test('teams are the same with their workers and without; families are counted only when asked for', async () => {
  const { teamId, manager, worker } = await team()
  const { children } = await makers.family({ children: 2 })
  for (const personId of children) await makers.allocation({ personId, teamId, workerId: worker.id })
  await makers.allocation({ personId: await makers.person(), teamId, workerId: worker.id, role: 'co_worker' })
  const held = { teamId, workerId: worker.id }
  for (const [from, to] of [
    [60, 40], // gone on the first of the days
    [60, 39],
    [40, 0], // gone on the last
    [39, 1], // there on neither
  ] as const)
    await makers.allocation({
      ...held,
      personId: await makers.person(),
      startedOn: ago(from),
      endedOn: ago(to),
    })
  const days = [today.subtract({ days: 40 }), today]
  const { whole, alone, quick } = await record.as(manager, async work => ({
    whole: (await caseloadsOn(work, days)).filter(({ workerId }) => workerId === null),
    alone: await teamCaseloadsOn(work, days, true),
    quick: await teamCaseloadsOn(work, days, false),
  }))
  const inOrder = (rows: readonly CaseloadRow[]) =>
    rows.toSorted((one, other) => `${one.day} ${one.teamId}`.localeCompare(`${other.day} ${other.teamId}`))
  expect(inOrder(alone)).toEqual(inOrder(whole))
  expect(whole.length).toBeGreaterThan(1)
  expect(inOrder(quick)).toEqual(inOrder(whole).map(row => ({ ...row, families: 0, coFamilies: 0 })))
  expect(quick.filter(row => row.teamId === teamId).map(({ led }) => led)).toContain(2)
  expect(quick.find(row => row.teamId === teamId && row.day.equals(today))).toMatchObject({
    led: 2,
    coWorked: 1,
  })
})

test('a child moves on the day of the transfer and is never with two', async () => {
  const { teamId, manager, worker } = await team()
  const second = await makers.worker()
  await makers.post({ workerId: second.id, teamId, holdsCases: true })
  const personId = await makers.person()
  await makers.allocation({
    personId,
    teamId,
    workerId: worker.id,
    startedOn: ago(60),
    endedOn: ago(30),
  })
  await makers.allocation({ personId, teamId, workerId: second.id, startedOn: ago(30) })
  const led = async (days: number) => [
    (await one(manager, worker.id, today.subtract({ days })))?.led,
    (await one(manager, second.id, today.subtract({ days })))?.led,
  ]
  expect(await led(31)).toEqual([1, 0])
  expect(await led(30)).toEqual([0, 1])
  expect((await ofTeam(manager, teamId, today.subtract({ days: 30 })))?.led).toBe(1)
})

describe('capacity', () => {
  test('cover and posts that hold no cases count nothing', async () => {
    const { teamId, manager, worker } = await team()
    const own = await record.as(manager, work =>
      sql<{ id: Uuid }>`select id from post where worker_id = ${worker.id}`.execute(work.db()),
    )
    const cover = await makers.worker()
    await tell(sql`insert into post (worker_id, team_id, role, fte, holds_cases, started_on, covers_post_id)
      values (${cover.id}, ${teamId}, 'social_worker', 0, true, ${ago(5)}, ${own.rows[0]?.id ?? null})`)
    expect(await ofTeam(manager, teamId)).toMatchObject({ fte: 1, counted: 1 })
  })

  test('an early-career worker counts their share until they are assessed', async () => {
    const { teamId, manager, worker } = await team()
    await tell(sql`insert into early_career (worker_id, programme, started_on, expected_end, protected_hours, caseload_share,
      assessed_on, outcome) values (${worker.id}, 'Assessed year', ${ago(400)}, ${ago(30)}, 3.5, 0.9, ${ago(20)}, 'passed')`)
    expect((await one(manager, worker.id, today.subtract({ days: 21 })))?.counted).toBe(0.9)
    expect((await one(manager, worker.id, today.subtract({ days: 20 })))?.counted).toBe(1)
    expect((await ofTeam(manager, teamId))?.counted).toBe(1)
  })

  test('a long absence takes its worker out from its first day, a short one never', async () => {
    const { manager, worker } = await team()
    await tell(sql`insert into worker_absence (worker_id, from_day, until_day, reason)
      values (${worker.id}, ${ago(90)}, ${ago(60)}, 'leave'), (${worker.id}, ${ago(20)}, ${ago(10)}, 'leave')`)
    const counted = async (days: number) => (await one(manager, worker.id, today.subtract({ days })))?.counted
    expect([await counted(91), await counted(90), await counted(60), await counted(15)]).toEqual([1, 0, 0, 1])
  })

  test('an absence without an end counts once it has gone on for longer than the authority’s days', async () => {
    const { manager, worker } = await team()
    await tell(
      sql`insert into worker_absence (worker_id, from_day, reason) values (${worker.id}, ${ago(40)}, 'away')`,
    )
    expect((await one(manager, worker.id, today.subtract({ days: 14 })))?.counted).toBe(1)
    expect((await one(manager, worker.id))?.counted).toBe(0)
  })

  test('agency workers are capacity, unless the authority says that they are not', async () => {
    const admin = await makers.worker({ class: 'administrator' })
    const { manager, worker, teamId } = await team()
    await tell(sql`update post set employment = 'agency' where worker_id = ${worker.id}`)
    expect((await ofTeam(manager, teamId))?.counted).toBe(1)
    const rule = { counts: 'children', coWorking: 0, earlyCareerReduces: 'yes', leaveDays: 28 }
    await record.as(admin, work => writeSetting(work, 'caseload.rule', { ...rule, agencyCounts: 'no' }))
    expect((await ofTeam(manager, teamId))?.counted).toBe(0)
    await record.as(admin, work => writeSetting(work, 'caseload.rule', { ...rule, agencyCounts: 'yes' }))
  })

  test('somebody in two teams is capacity in each with the post held there', async () => {
    const { teamId, manager, worker } = await team()
    const other = await team()
    await tell(sql`insert into post (worker_id, team_id, role, fte, holds_cases, started_on)
      values (${worker.id}, ${other.teamId}, 'social_worker', 0.4, true, ${ago(100)})`)
    expect((await ofTeam(manager, teamId))?.fte).toBe(1)
    expect((await ofTeam(other.manager, other.teamId))?.fte).toBe(1.4)
  })
})

describe('what it tells', () => {
  test('nobody restricted from the asker is counted', async () => {
    const { teamId, manager, worker } = await team()
    const personId = await makers.person()
    await makers.allocation({ personId, teamId, workerId: worker.id })
    await makers.restriction({ subjectId: personId, members: [worker.id] })
    expect((await one(manager, worker.id))?.led).toBe(0)
    expect((await one(worker, worker.id))?.led).toBe(1)
  })

  test('counted capacity of one worker goes to them, their line and directors; of a team of several to everyone', async () => {
    const { teamId, manager, worker, leader } = await team()
    const stranger = (await team()).worker
    const director = await makers.worker({ class: 'director' })
    await tell(
      sql`insert into worker_absence (worker_id, from_day, reason) values (${worker.id}, ${ago(90)}, 'away')`,
    )
    for (const actor of [manager, worker, leader, director])
      expect((await one(actor, worker.id))?.counted).toBe(0)
    expect((await one(stranger, worker.id))?.counted).toBeNull()
    expect((await ofTeam(stranger, teamId))?.counted).toBeNull() // one person is all of it
    await makers.post({ workerId: (await makers.worker()).id, teamId, holdsCases: true })
    expect((await ofTeam(stranger, teamId))?.counted).toBe(1)
  })

  test('somebody who has left is told nothing, and data quality may not ask', async () => {
    const { teamId, worker } = await team()
    await makers.allocation({ personId: await makers.person(), teamId, workerId: worker.id })
    const left = await makers.worker({ leftAt: '2024-01-01T00:00:00Z' })
    expect(await record.as(left, work => caseloadsOn(work, [today]))).toEqual([])
    const quality = await makers.worker({ class: 'data_quality' })
    await expect(record.as(quality, work => caseloads(work, [worker.id]))).rejects.toThrow(
      'permission denied',
    )
  })

  test('a backdated allocation changes the past day, and known-at shows what was known', async () => {
    const { teamId, manager, worker } = await team()
    const before = await record.settled()
    const personId = await makers.person()
    await makers.allocation({ personId, teamId, workerId: worker.id, startedOn: ago(30) })
    const day = today.subtract({ days: 10 })
    expect((await ofTeam(manager, teamId, day))?.led).toBe(1)
    expect((await ofTeam(manager, teamId, day, before))?.led).toBe(0)
    const after = await record.settled()
    await tell(sql`update allocation set ended_on = ${ago(15)} where person_id = ${personId}`)
    expect((await ofTeam(manager, teamId, day))?.led).toBe(0)
    expect((await ofTeam(manager, teamId, day, after))?.led).toBe(1)
  })
})

describe('what is kept of each month', () => {
  const firsts = Array.from({ length: 8 }, (_, index) => today.with({ day: 1 }).subtract({ months: index }))
  const days = [...firsts, ...firsts.map(day => day.add({ days: 13 })), today].filter(
    day => Temporal.PlainDate.compare(day, today) <= 0,
  )
  /** Of each team on each day: what is kept, and what the allocations say. */
  async function both(actor: Actor) {
    const [kept, counted] = await record.as(actor, async work => [
      await teamCaseloadsOn(work, days, false),
      await teamCaseloadsOn(work, days, true),
    ])
    const told = (rows: readonly CaseloadRow[]) =>
      rows
        .map(
          row =>
            `${row.day} ${row.teamId} ${row.led} ${row.coWorked} ${row.chaired} ${row.fte} ${row.counted}`,
        )
        .toSorted()
    return [told(kept), told(counted)] as const
  }

  test('is what the allocations say on any day, however they were told, changed or taken back', async () => {
    const { teamId, manager, worker } = await team()
    const other = await team()
    const roles = ['lead_social_worker', 'co_worker', 'conference_chair'] as const
    const people: Uuid[] = []
    for (let n = 0; n < 24; n += 1) {
      const [from, to] = [(n * 37) % 240, n % 3 === 0 ? null : (n * 37) % 240 > 30 ? (n * 11) % 30 : null]
      const personId = await makers.person()
      people.push(personId)
      await makers.allocation({
        personId,
        teamId: n % 2 === 0 ? teamId : other.teamId,
        workerId: n % 2 === 0 ? worker.id : other.worker.id,
        role: roles[n % 3] ?? 'co_worker',
        startedOn: ago(from),
        ...(to === null ? {} : { endedOn: ago(to) }),
      })
    }
    await tell(sql`update allocation set team_id = ${other.teamId} where person_id = ${people[2] ?? null}`)
    await tell(sql`update allocation set started_on = ${ago(200)} where person_id = ${people[3] ?? null}`)
    await tell(sql`update allocation set ended_on = started_on where person_id = ${people[4] ?? null}`)
    await tell(sql`insert into post (worker_id, team_id, role, fte, holds_cases, started_on)
      values (${other.worker.id}, ${teamId}, 'social_worker', 0.4, true, ${ago(300)})`)
    await tell(sql`insert into early_career (worker_id, programme, started_on, expected_end, protected_hours, caseload_share)
      values (${worker.id}, 'Assessed year', ${ago(100)}, ${ago(-30)}, 3.5, 0.9)`)
    await tell(
      sql`insert into worker_absence (worker_id, from_day, reason) values (${other.worker.id}, ${ago(70)}, 'away')`,
    )
    await tell(
      sql`update post set employment = 'agency', ended_on = ${ago(20)} where worker_id = ${worker.id}`,
    )
    await makers.restriction({ subjectId: people[0] as Uuid, members: [worker.id] })
    for (const reader of [manager, worker]) {
      const [kept, counted] = await both(reader)
      expect(kept.length).toBeGreaterThan(days.length)
      expect(kept).toEqual(counted)
    }
    expect(await caseloadDifferences(record.database)).toBe(0)
  })

  test('is gathered each night into one row for a team and month, and mended where it differed', async () => {
    const { manager } = await team()
    const client = new pg.Client(record.superuserUrl)
    await client.connect()
    const rows = async () =>
      (await client.query<{ n: number }>('select count(*)::int as n from access.caseload_turn')).rows[0]?.n ??
      0
    const gather = () => record.database.as(serviceActor('clockkeeper'), 'nightly', gatherCaseload)
    const many = await rows()
    expect(await gather()).toBe(0)
    expect(await rows()).toBeLessThan(many)
    await client.query(
      'update access.caseload_turn set led = led + 1 where id = (select min(id) from access.caseload_turn)',
    )
    await client.end()
    expect(await caseloadDifferences(record.database)).toBe(1)
    expect(await gather()).toBe(1)
    const [kept, counted] = await both(manager)
    expect(kept).toEqual(counted)
  })
})
