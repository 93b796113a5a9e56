import { describe, expect, test } from 'vitest'
import { type Actor, type ServiceTables, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import { registries } from '../registry/registries.ts'
import type { CaseworkTables } from '../tables.ts'
import { allocateChildren } from './allocateChildren.ts'
import type { AllocationWanted } from './allocationWanted.ts'
import { endAllocation } from './endAllocation.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())
const day = (text: string) => Temporal.PlainDate.from(text)

async function team(): Promise<{ teamId: Uuid; manager: Actor; worker: Actor }> {
  const teamId = await makers.team()
  const [manager, worker] = [await makers.worker(), await makers.worker()]
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: worker.id, teamId })
  return { teamId, manager, worker }
}
async function queued(teamId: Uuid, startedOn = '2026-01-10'): Promise<Uuid> {
  const personId = await makers.person()
  await makers.allocation({ personId, teamId, startedOn })
  return personId
}
const wanted = (
  teamId: Uuid,
  worker: Actor | null,
  personIds: readonly Uuid[],
  changes: Partial<AllocationWanted> = {},
): AllocationWanted => ({
  personIds,
  teamId,
  workerId: worker?.id ?? null,
  role: worker ? 'lead_social_worker' : 'queue',
  startedOn: today,
  reason: null,
  endsLead: false,
  ...changes,
})
const allocate = (actor: Actor, given: AllocationWanted) =>
  record.as(actor, work => allocateChildren(work, given))
const verifier = serviceActor('verifier')
const live = (personId: Uuid) =>
  record.as(verifier, async work =>
    (
      await work
        .db<CaseworkTables>()
        .selectFrom('allocation')
        .select(['worker_id', 'role', 'ended_on'])
        .where('person_id', '=', personId)
        .orderBy('started_on')
        .orderBy('id')
        .execute()
    ).map(row => [row.worker_id, row.role, row.ended_on?.toString() ?? null]),
  )

describe('allocateChildren', () => {
  test('ends the queue and starts the worker in one step, with a notice for each child and one event', async () => {
    const { teamId, manager, worker } = await team()
    const children = [await queued(teamId), await queued(teamId)]
    expect(await allocate(manager, wanted(teamId, worker, children))).toEqual({
      outcome: 'allocated',
      children: 2,
    })
    for (const personId of children)
      expect(await live(personId)).toEqual([
        [null, 'queue', today.toString()],
        [worker.id, 'lead_social_worker', null],
      ])
    const notices = await record.as(worker, work =>
      work.db<ServiceTables>().selectFrom('app.notice').select(['kind', 'path', 'subject_id']).execute(),
    )
    expect(notices.map(row => row.subject_id).sort()).toEqual([...children].sort())
    expect(notices[0]?.kind).toBe('work_given')
    const events = await record.as(serviceActor('courier'), work =>
      work.db<ServiceTables>().selectFrom('app.outbox').select(['event', 'body']).execute(),
    )
    expect(events.filter(({ event }) => event === 'child.allocated')).toHaveLength(1)
  })

  test('works for a day in the past, though the manager’s access came from the queue that ended then', async () => {
    const { teamId, manager, worker } = await team()
    const other = await team()
    const personId = await queued(teamId)
    const given = wanted(other.teamId, other.worker, [personId], { startedOn: day('2026-01-12') })
    expect(await allocate(manager, given)).toEqual({ outcome: 'allocated', children: 1 })
    expect(await live(personId)).toEqual([
      [null, 'queue', '2026-01-12'],
      [other.worker.id, 'lead_social_worker', null],
    ])
    expect(await allocate(manager, wanted(teamId, worker, [personId], { endsLead: true }))).toEqual({
      outcome: 'refused',
      refusals: [{ refusal: 'may_not_allocate', personId }],
    })
  })

  test('refuses a second lead and names the first; a transfer ends the first', async () => {
    const { teamId, manager, worker } = await team()
    const second = await makers.worker()
    await makers.post({ workerId: second.id, teamId })
    const personId = await queued(teamId)
    await allocate(manager, wanted(teamId, worker, [personId]))
    expect(await allocate(manager, wanted(teamId, second, [personId]))).toEqual({
      outcome: 'refused',
      refusals: [{ refusal: 'has_lead', personId, workerId: worker.id }],
    })
    const transfer = wanted(teamId, second, [personId], { endsLead: true, reason: 'Moved to another team' })
    expect(await allocate(manager, transfer)).toEqual({ outcome: 'allocated', children: 1 })
    expect((await live(personId)).at(-1)).toEqual([second.id, 'lead_social_worker', null])
  })

  test('keeps one lead when two managers allocate at once', async () => {
    const { teamId, manager, worker } = await team()
    const second = await makers.worker()
    await makers.post({ workerId: second.id, teamId })
    const personId = await queued(teamId)
    const answers = await Promise.all(
      [worker, second].map(one => allocate(manager, wanted(teamId, one, [personId]))),
    )
    expect(answers.map(answer => answer.outcome).sort()).toEqual(['allocated', 'refused'])
    expect(
      (await live(personId)).filter(([, role, ended]) => role === 'lead_social_worker' && ended === null),
    ).toHaveLength(1)
  })

  test('changes nothing when one child of several is refused', async () => {
    const { teamId, manager, worker } = await team()
    const [mine, stranger] = [await queued(teamId), await makers.person()]
    const answer = await allocate(manager, wanted(teamId, worker, [mine, stranger]))
    expect(answer.outcome === 'refused' && answer.refusals).toEqual([
      { refusal: 'may_not_allocate', personId: stranger },
    ])
    expect(await live(mine)).toEqual([[null, 'queue', null]])
  })

  test('gives the lead of a plan to a practitioner of another agency, and the child stays with the team', async () => {
    const { teamId, manager } = await team()
    const school = await makers.worker()
    await makers.post({
      workerId: school.id,
      teamId: await makers.team(),
      role: 'designated_safeguarding_lead',
    })
    const personId = await queued(teamId)
    const led = wanted(teamId, school, [personId], { role: 'lead_practitioner' })
    expect(await allocate(manager, { ...led, role: 'lead_social_worker' })).toEqual({
      outcome: 'refused',
      refusals: [{ refusal: 'not_in_team' }],
    })
    expect(await allocate(manager, led)).toEqual({ outcome: 'allocated', children: 1 })
    expect((await live(personId)).at(-1)).toEqual([school.id, 'lead_practitioner', null])
    const held = await record.as(school, work =>
      work
        .db<CaseworkTables>()
        .selectFrom('allocation')
        .select('team_id')
        .where('worker_id', '=', school.id)
        .execute(),
    )
    expect(held).toEqual([{ team_id: teamId }])
  })

  test('refuses as lead practitioner whoever holds no post or is no practitioner', async () => {
    const { teamId, manager } = await team()
    const nobody = await makers.worker()
    const office = await makers.worker()
    await makers.post({ workerId: office.id, teamId: await makers.team(), role: 'business_support' })
    const personId = await queued(teamId)
    for (const one of [nobody, office])
      expect(await allocate(manager, wanted(teamId, one, [personId], { role: 'lead_practitioner' }))).toEqual(
        { outcome: 'refused', refusals: [{ refusal: 'no_practitioner' }] },
      )
  })

  test('adds a co-worker beside the lead and refuses the same again', async () => {
    const { teamId, manager, worker } = await team()
    const personId = await queued(teamId)
    const given = wanted(teamId, worker, [personId], { role: 'co_worker' })
    expect((await allocate(manager, given)).outcome).toBe('allocated')
    expect(await allocate(manager, given)).toEqual({
      outcome: 'refused',
      refusals: [{ refusal: 'already_held', personId }],
    })
    expect((await live(personId))[0]).toEqual([null, 'queue', null])
  })

  test.each([
    ['in_future', { startedOn: today.add({ days: 1 }) }],
    ['too_early', { startedOn: day('2026-01-09') }],
    ['no_worker', { workerId: null }],
    ['no_child', { personIds: [] }],
  ] as const)('refuses %s', async (refusal, changes) => {
    const { teamId, manager, worker } = await team()
    const answer = await allocate(manager, wanted(teamId, worker, [await queued(teamId)], changes))
    expect(answer.outcome === 'refused' && answer.refusals.map(one => one.refusal)).toEqual([refusal])
  })

  test('refuses a day before the worker came to the team, or between two posts there', async () => {
    const { teamId, manager } = await team()
    const worker = await makers.worker()
    await makers.post({ workerId: worker.id, teamId, startedOn: '2026-01-12', endedOn: '2026-02-10' })
    await makers.post({ workerId: worker.id, teamId, startedOn: '2026-03-02' })
    const personId = await queued(teamId, '2026-01-02')
    const on = (startedOn: string) =>
      allocate(manager, wanted(teamId, worker, [personId], { startedOn: day(startedOn) }))
    const refused = (earliest: string) => ({
      outcome: 'refused',
      refusals: [{ refusal: 'not_in_post_then', earliest: day(earliest) }],
    })
    expect(await on('2026-01-05')).toEqual(refused('2026-01-12'))
    expect(await on('2026-02-20')).toEqual(refused('2026-03-02'))
    expect(await on('2026-02-09')).toEqual({ outcome: 'allocated', children: 1 })
  })

  test('refuses a worker without a post in the team, and a social worker who allocates', async () => {
    const { teamId, manager, worker } = await team()
    const other = await team()
    const personId = await queued(teamId)
    const answer = await allocate(manager, wanted(teamId, other.worker, [personId]))
    expect(answer.outcome === 'refused' && answer.refusals.map(one => one.refusal)).toEqual(['not_in_team'])
    await allocate(manager, wanted(teamId, worker, [personId]))
    expect(await allocate(worker, wanted(teamId, null, [personId], { endsLead: true }))).toMatchObject({
      refusals: [{ refusal: 'may_not_allocate' }],
    })
  })
})

describe('endAllocation', () => {
  test('ends with a reason, but leaves no child of an open episode with nobody', async () => {
    const { teamId, manager, worker } = await team()
    const personId = await makers.person()
    const allocationId = await makers.allocation({
      personId,
      teamId,
      workerId: worker.id,
      startedOn: '2026-02-02',
    })
    const end = (reason: string, endedOn = today) =>
      record.as(manager, work => endAllocation(work, { personId, allocationId, endedOn, reason }))
    const refused = (refusal: string) => ({ outcome: 'refused', refusal })
    const isOpen = { value: true }
    const before = registries.episodeSource
    registries.episodeSource = async () => [
      {
        id: allocationId,
        personId,
        receivedOn: today,
        decidedOn: null,
        isNoFurtherAction: null,
        primaryNeed: null,
        source: null,
        closedOn: isOpen.value ? null : today,
        closureReason: null,
      },
    ]
    try {
      expect(await end(' ')).toEqual(refused('no_reason'))
      expect(await end('Closed', day('2026-02-01'))).toEqual(refused('wrong_day'))
      expect(await end('Closed', today.add({ days: 1 }))).toEqual(refused('wrong_day'))
      expect(await end('Closed')).toEqual(refused('leaves_nobody'))
      isOpen.value = false
      expect(await end('Closed')).toEqual({ outcome: 'ended' })
      expect(await live(personId)).toEqual([[worker.id, 'lead_social_worker', today.toString()]])
      expect(await end('Closed')).toEqual(refused('already_ended'))
    } finally {
      registries.episodeSource = before
    }
  })
})
