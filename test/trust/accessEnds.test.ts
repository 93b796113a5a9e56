import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { signInAs } from '#test/signIn.ts'
import { routeServer } from '../routes/routeServer.ts'

// Access ends with the relationship, in requests as people make them: a session that was open before is told nothing after.
const record = await testRecord()
const { makers } = record
const server = await routeServer(record)
const tell = (text: ReturnType<typeof sql>) =>
  record.as(serviceActor('storyteller'), work => text.execute(work.db()))
const teamId = await makers.team()

/** Somebody who works with a child by being named, with their session. */
async function named(role: 'designated_safeguarding_lead' | 'health_visitor') {
  const worker = await makers.worker()
  const postId = await makers.post({ workerId: worker.id, role })
  const child = await makers.person()
  const holder = await makers.worker()
  await makers.post({ workerId: holder.id, teamId, holdsCases: true })
  await makers.allocation({ personId: child, teamId, workerId: holder.id })
  const tie = await makers.involvement({ personId: child, workerId: worker.id, role })
  const visitor = await signInAs(server, worker.id)
  const status = async (of: Uuid = child) => (await visitor.get(`/people/${of}`)).statusCode
  expect(await status()).toBe(200)
  return { worker, postId, child, tie, visitor, status }
}

const endTie = (id: Uuid) =>
  tell(sql`update involvement set ended_on = platform.today() - 1 where id = ${id}`)

test('a child who left the school is not there for its lead at the next request, by list or by address', async () => {
  const lead = await named('designated_safeguarding_lead')
  await endTie(lead.tie)
  expect(await lead.status()).toBe(404)
  expect((await lead.visitor.get('/my-work')).body).not.toContain(lead.child)
})

test('a nurse who changes area has the children of the new one and no longer those of the old', async () => {
  const nurse = await named('health_visitor')
  const next = await makers.person()
  expect(await nurse.status(next)).toBe(404)
  await endTie(nurse.tie)
  await makers.involvement({ personId: next, workerId: nurse.worker.id, role: 'health_visitor' })
  expect(await nurse.status()).toBe(404)
  expect(await nurse.status(next)).toBe(200)
})

test('a worker who has left is nobody at the next request', async () => {
  const { worker, status } = await named('health_visitor')
  await tell(sql`update worker set left_at = now() where id = ${worker.id}`)
  expect(await status()).toBe(303)
})
