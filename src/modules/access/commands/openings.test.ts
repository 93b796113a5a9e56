import { describe, expect, test } from 'vitest'
import type { Actor, Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import {
  changeNamedList,
  giveReference,
  openWithReason,
  restrictionOf,
  restrictPerson,
  useReference,
  whyICanSee,
} from '../index.ts'

const record = await testRecord()
const { makers } = record
const reason = 'Her school has telephoned about her'
const open = (actor: Actor, personId: Uuid) =>
  record.as(actor, work => openWithReason(work, { personId, code: 'contact_received', reason }))
type Tables = {
  person: { id: Uuid }
  'app.notice': { worker_id: Uuid; subject_id: Uuid; kind: string }
}
const sees = (actor: Actor, personId: Uuid) =>
  record.as(actor, async work => {
    const db = work.db<Tables>()
    return (await db.selectFrom('person').select('id').where('id', '=', personId).execute()).length === 1
  })
const told = (actor: Actor, personId: Uuid) =>
  record.as(actor, (work: Work) =>
    work.db<Tables>().selectFrom('app.notice').select('kind').where('subject_id', '=', personId).execute(),
  )

async function heldChild(): Promise<{ child: Uuid; manager: Actor }> {
  const manager = await makers.worker()
  const teamId = await makers.team()
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  const child = await makers.person()
  await makers.allocation({ personId: child, teamId, workerId: (await makers.worker()).id })
  return { child, manager }
}

describe('openWithReason', () => {
  test('opens one record for an hour and tells the holder’s manager once', async () => {
    const { child, manager } = await heldChild()
    const reader = await makers.worker()
    expect(await sees(reader, child)).toBe(false)
    const opened = await open(reader, child)
    if (opened.outcome !== 'opened') throw new Error(opened.outcome)
    const minutes = Temporal.Now.instant().until(opened.endsAt).total('minutes')
    expect(minutes).toBeGreaterThan(59)
    expect(minutes).toBeLessThanOrEqual(60)
    expect(await sees(reader, child)).toBe(true)
    expect(await open(reader, child)).toEqual(opened)
    expect(await told(manager, child)).toEqual([{ kind: 'record_opened' }])
    const [sight] = await record.as(reader, work => whyICanSee(work, child))
    expect(sight).toMatchObject({
      reason: 'opened_with_reason',
      mayWrite: true,
      dataClasses: ['A2', 'B1', 'B2'],
    })
  })

  test('answers restricted and absent people alike, and tells nobody', async () => {
    const { child, manager } = await heldChild()
    await makers.restriction({ subjectId: child, members: [manager.id] })
    const reader = await makers.worker()
    expect(await open(reader, child)).toEqual(await open(reader, makeUuid()))
    expect(await told(manager, child)).toEqual([])
    const director = await makers.worker({ class: 'director' })
    expect(await open(director, child)).toEqual({ outcome: 'not_found' })
  })

  test('opens for duty only on shift and until it ends, and for a director to read', async () => {
    const { child } = await heldChild()
    const duty = await makers.worker({ class: 'duty' })
    expect(await open(duty, child)).toEqual({ outcome: 'not_allowed' })
    const now = Temporal.Now.instant().round({ smallestUnit: 'second', roundingMode: 'trunc' })
    const endsAt = now.add({ hours: 3 })
    await makers.shift({ workerId: duty.id, startsAt: now.subtract({ hours: 1 }), endsAt })
    expect(await open(duty, child)).toEqual({ outcome: 'opened', endsAt })
    const director = await makers.worker({ class: 'director' })
    expect(await open(director, child)).toMatchObject({ outcome: 'opened' })
    const sights = await record.as(director, work => whyICanSee(work, child))
    expect(sights.map(sight => [sight.reason, sight.mayWrite])).toEqual([['opened_with_reason', false]])
  })

  test('stops after ten in an hour, and takes no short reason', async () => {
    const reader = await makers.worker()
    const { child } = await heldChild()
    const short = { personId: child, code: 'other', reason: 'Because' } as const
    expect(await record.as(reader, work => openWithReason(work, short))).toEqual({ outcome: 'not_allowed' })
    for (let count = 0; count < 10; count += 1)
      expect(await open(reader, await makers.person())).toMatchObject({ outcome: 'opened' })
    expect(await open(reader, child)).toEqual({ outcome: 'too_many' })
  })
})

describe('references', () => {
  test('open a restricted record once, for the worker they were given to, and the list is told', async () => {
    const { child, manager } = await heldChild()
    await makers.restriction({ subjectId: child, members: [manager.id] })
    const [receiver, other] = [await makers.worker(), await makers.worker()]
    const token = await record.as(manager, work => giveReference(work, child, receiver.id))
    if (token === null) throw new Error('The member of the list gives a reference')
    const use = (actor: Actor) => record.as(actor, work => useReference(work, token, reason))
    expect(await use(other)).toEqual({ outcome: 'not_found' })
    expect(await use(receiver)).toMatchObject({ outcome: 'opened', personId: child })
    expect([await sees(receiver, child), await sees(other, child)]).toEqual([true, false])
    expect(await use(receiver)).toEqual({ outcome: 'not_found' })
    expect(await told(manager, child)).toEqual([{ kind: 'record_opened' }])
  })

  test('are given by the list and duty managers alone', async () => {
    const { child, manager } = await heldChild()
    await makers.restriction({ subjectId: child, members: [(await makers.worker()).id] })
    const receiver = await makers.worker()
    expect(await record.as(manager, work => giveReference(work, child, receiver.id))).toBeNull()
    const dutyManager = await makers.worker()
    await makers.post({
      workerId: dutyManager.id,
      teamId: await makers.team({ kind: 'duty' }),
      role: 'duty_manager',
    })
    expect(await record.as(dutyManager, work => giveReference(work, child, receiver.id))).not.toBeNull()
    expect(await record.as(dutyManager, work => giveReference(work, makeUuid(), receiver.id))).toBeNull()
  })
})

describe('restrictions', () => {
  const restriction = { reason: 'staff_family', note: null, endsAt: null } as const

  test('are made by a director, then kept by their list', async () => {
    const { child, manager } = await heldChild()
    const director = await makers.worker({ class: 'director' })
    const make = (actor: Actor) =>
      record.as(actor, work => restrictPerson(work, { personId: child, ...restriction }))
    expect(await make(manager)).toBe('not_found')
    expect(await make(director)).toBe('made')
    expect(await sees(manager, child)).toBe(false)
    const change = (actor: Actor, workerId: Uuid, isMember: boolean) =>
      record.as(actor, work => changeNamedList(work, { personId: child, workerId, isMember }))
    expect(await change(manager, manager.id, true)).toBe('not_found')
    expect(await change(director, director.id, false)).toBe('last_member')
    expect(await change(director, manager.id, true)).toBe('done')
    expect(await sees(manager, child)).toBe(true)
    const seen = await record.as(manager, work => restrictionOf(work, child))
    expect(seen).toMatchObject({ memberIds: [director.id, manager.id] })
    const endsAt = Temporal.Now.instant()
    expect(
      await record.as(manager, work => restrictPerson(work, { personId: child, ...restriction, endsAt })),
    ).toBe('changed')
    const stranger = await makers.worker()
    expect(await open(stranger, child)).toMatchObject({ outcome: 'opened' })
  })
})
