import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { londonDate } from '#reference'
import { testRecord } from '#test/record.ts'
import type { CaseworkTables } from '../tables.ts'
import { makeClock } from './testing/makeClock.ts'
import { workList } from './workList.ts'

const record = await testRecord()
const { makers } = record
const today = londonDate(Temporal.Now.instant())

test('lists the clocks of every child held, in any role, and own tasks, soonest first', async () => {
  const [worker, colleague] = [await makers.worker(), await makers.worker()]
  const teamId = await makers.team()
  const [led, chaired, other] = [await makers.person(), await makers.person(), await makers.person()]
  await makers.allocation({ personId: led, teamId, workerId: worker.id })
  await makers.allocation({ personId: chaired, teamId, workerId: worker.id, role: 'conference_chair' })
  await makers.allocation({ personId: other, teamId, workerId: colleague.id })
  const late = await makeClock(record, { personId: led, dueOn: today.subtract({ days: 3 }) })
  const review = await makeClock(record, {
    personId: chaired,
    definitionId: 'RCPC_N',
    dueOn: today.add({ days: 9 }),
  })
  await makeClock(record, { personId: led, dueOn: today, outcome: 'on_time', satisfiedOn: today })
  await makeClock(record, { personId: other, dueOn: today })
  const task = makeUuid()
  await record.as(serviceActor('storyteller'), work =>
    work
      .db<CaseworkTables>()
      .insertInto('task')
      .values({
        id: task,
        person_id: led,
        worker_id: worker.id,
        title: 'Telephone the school',
        due_on: today,
      })
      .execute(),
  )
  const items = await record.as(worker, work => workList(work, worker.id))
  expect(items.map(({ id, role }) => [id, role])).toEqual([
    [late, 'lead_social_worker'],
    [task, 'lead_social_worker'],
    [review, 'conference_chair'],
  ])
})

test('leaves out a child whose allocation has ended, and one who became restricted', async () => {
  const worker = await makers.worker()
  const teamId = await makers.team()
  const [gone, hidden] = [await makers.person(), await makers.person()]
  await makers.allocation({ personId: gone, teamId, workerId: worker.id, endedOn: '2021-01-01' })
  await makers.allocation({ personId: hidden, teamId, workerId: worker.id })
  for (const personId of [gone, hidden]) await makeClock(record, { personId, dueOn: today })
  expect(await record.as(worker, work => workList(work, worker.id))).toHaveLength(1)
  await makers.restriction({ subjectId: hidden })
  expect(await record.as(worker, work => workList(work, worker.id))).toEqual([])
})
