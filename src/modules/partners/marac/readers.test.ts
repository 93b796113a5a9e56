import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Actor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { signInAs } from '#test/signIn.ts'
import { partnersModule } from '../module.ts'
import { openPolice, referral } from '../testing/openPolice.ts'
import { endReader, namedReaders, nameReader } from './namedReaders.ts'

const record = await testRecord()
const server = await testServer(record.database, [partnersModule])
const { manager, decider, lead, send } = await openPolice(record)
const [leading, deciding] = [await signInAs(server, manager.id), await signInAs(server, decider.id)]
const { id: noticeId } = await send('marac', referral())
const path = `/partner-notices/${noticeId}/readers`
const isSeen = async (actor: Actor): Promise<boolean> =>
  (await record.as(actor, work => sql`select from partner_notice where id = ${noticeId}`.execute(work.db())))
    .rows.length > 0
const today = Temporal.Now.plainDateISO('Europe/London')
const name = (by: Actor, workerId: Uuid, until = today) =>
  record.as(by, work => nameReader(work, noticeId, { workerId, because: 'She supports her', until }))
const namesOf = (by: Actor) => record.as(by, work => namedReaders(work, noticeId))
const standing = async (workerId: Uuid): Promise<Uuid> => {
  const found = (await namesOf(manager)).find(one => one.workerId === workerId && one.endedAt === null)
  if (found === undefined) throw new Error('Nobody of this id is named')
  return found.id
}

test('a manager finds somebody, names them for a period with a reason, and ends it; each step is on the page', async () => {
  const advocate = await record.makers.worker()
  expect(
    (await leading.post(path, { step: 'name', text: '', period: '3', because: 'Support' })).statusCode,
  ).toBe(422)
  const found = await leading.post(path, { step: 'find', text: 'Madeup' })
  expect(found.body).toContain(`value="${advocate.id}"`)
  const sent = { step: 'name', text: 'Madeup', worker: advocate.id, period: '3', because: 'She supports her' }
  expect((await leading.post(path, sent)).statusCode).toBe(303)
  expect(await isSeen(advocate)).toBe(true)
  const again = await leading.post(path, sent)
  expect([again.statusCode, again.body.includes('They are named already')]).toEqual([422, true])
  const id = await standing(advocate.id)
  const why = `why-${id}`
  expect((await leading.post(`${path}/${id}/end`, { [why]: '' })).statusCode).toBe(422)
  expect((await leading.post(`${path}/${id}/end`, { [why]: 'The case is closed' })).statusCode).toBe(303)
  expect((await leading.get(path)).body).toContain('The case is closed')
  expect(await isSeen(advocate)).toBe(false)
  expect((await leading.post(`${path}/${id}/end`, { [why]: 'Again' })).statusCode).toBe(409)
})

test('whoever is named is told without a word of whom', async () => {
  const advocate = await record.makers.worker()
  expect(await name(manager, advocate.id)).toBe(true)
  const told = await record.as(advocate, work =>
    sql<{ path: string }>`select path from app.notice where worker_id = ${advocate.id}`.execute(work.db()),
  )
  expect(told.rows).toEqual([{ path: `/partner-notices/${noticeId}` }])
})

test('out-of-hours duty reads the referral too, and names nobody', async () => {
  const duty = await record.makers.worker({ class: 'duty' })
  const now = Temporal.Now.instant()
  await record.makers.shift({
    workerId: duty.id,
    startsAt: now.subtract({ hours: 1 }),
    endsAt: now.add({ hours: 1 }),
  })
  const answer = await (await signInAs(server, duty.id)).get(`/partner-notices/${noticeId}`)
  expect([answer.statusCode, answer.body.includes(path)]).toEqual([200, false])
})

test('nobody else names, sees who is named or ends it', async () => {
  const advocate = await record.makers.worker()
  await name(manager, advocate.id)
  const id = await standing(advocate.id)
  for (const other of [decider, lead, advocate]) {
    await expect(name(other, other.id)).rejects.toThrow('row-level security')
    expect(await namesOf(other)).toEqual([])
    expect(await record.as(other, work => endReader(work, id, 'Not mine to end'))).toBe(false)
  }
  expect(await isSeen(advocate)).toBe(true)
  for (const answer of [
    await deciding.get(path),
    await deciding.post(path, { step: 'find', text: 'a' }),
    await deciding.post(`${path}/${id}/end`, { [`why-${id}`]: 'x' }),
  ])
    expect(answer.statusCode).toBe(404)
})

test('the reading ends with the period, and by no statement of the reader’s own does it go on', async () => {
  const advocate = await record.makers.worker()
  await name(manager, advocate.id, today.subtract({ days: 1 }))
  expect(await isSeen(advocate)).toBe(false)
  const longer = record.as(advocate, work =>
    sql`update partner_notice_reader set reads_until = ${today.add({ days: 9 }).toString()}::date where worker_id = ${advocate.id}`.execute(
      work.db(),
    ),
  )
  await expect(longer).rejects.toThrow('permission denied')
})

test('a reader of one notice is not ended under the address of another', async () => {
  const { id: other } = await send('marac', referral({ policeReference: 'NM/5/26' }))
  const advocate = await record.makers.worker()
  await name(manager, advocate.id)
  const id = await standing(advocate.id)
  const answer = await leading.post(`/partner-notices/${other}/readers/${id}/end`, { [`why-${id}`]: 'x' })
  expect(answer.statusCode).toBe(404)
  expect(await isSeen(advocate)).toBe(true)
})
