import { expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { PeopleTables } from '../../src/modules/people/tables.ts'
import { testRecord } from './record.ts'

const record = await testRecord()
const { makers } = record

const seen = async (actor: Actor) =>
  (await record.as(actor, work => work.db<PeopleTables>().selectFrom('person').select('id').execute())).map(
    row => row.id,
  )

test('what the makers tell is what the people of the record see', async () => {
  const [lead, manager, leader, nurse, opener] = [
    await makers.worker(),
    await makers.worker(),
    await makers.worker(),
    await makers.worker(),
    await makers.worker(),
  ]
  const areaId = await makers.area()
  const teamId = await makers.team({ areaId })
  await makers.post({ workerId: lead.id, teamId })
  await makers.post({ workerId: manager.id, teamId, role: 'team_manager' })
  await makers.post({ workerId: leader.id, areaId, role: 'service_leader' })
  const { children, adults } = await makers.family({ children: 2, adults: 1 })
  const [child, sibling] = children
  if (!child || !sibling) throw new Error('The family has two children')
  await makers.allocation({ personId: child, teamId, workerId: lead.id })
  await makers.involvement({ personId: child, workerId: nurse.id })
  await makers.opening({ actorId: opener.id, subjectId: sibling })
  const all = [...children, ...adults].sort()
  expect([(await seen(lead)).sort(), (await seen(manager)).sort(), (await seen(leader)).sort()]).toEqual([
    all,
    all,
    all,
  ])
  expect(await seen(nurse)).toEqual([child])
  expect(await seen(opener)).toContain(sibling)

  await makers.restriction({ subjectId: child, members: [manager.id] })
  expect([(await seen(lead)).includes(child), (await seen(manager)).includes(child)]).toEqual([false, true])
})

test('a director sees everyone but the restricted, a duty worker while on the rota', async () => {
  const director = await makers.worker({ class: 'director' })
  const duty = await makers.worker({ class: 'duty' })
  const hidden = await makers.person()
  await makers.restriction({ subjectId: hidden })
  const plain = await makers.person()
  expect(await seen(duty)).toEqual([])
  const now = Temporal.Now.instant()
  await makers.shift({
    workerId: duty.id,
    startsAt: now.subtract({ hours: 1 }),
    endsAt: now.add({ hours: 1 }),
  })
  for (const actor of [director, duty]) {
    const ids = await seen(actor)
    expect([ids.includes(plain), ids.includes(hidden)]).toEqual([true, false])
  }
})
