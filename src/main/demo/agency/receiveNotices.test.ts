import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { disclosuresModule, makeDisclosures } from '#modules/disclosures'
import { serviceActor } from '#platform/db'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testAuthority, testSealer, testServer } from '#test/server.ts'
import { deliverDue } from '../../../modules/disclosures/sending/deliverDue.ts'
import { partnerSystem } from '../../web/systems/testing/partnerSystem.ts'
import { receiveNotices } from './receiveNotices.ts'

const record = await testRecord()
const { database, makers } = record
const sealer = testSealer()
const server = await testServer(database, [disclosuresModule], {
  authorities: new Map(['localhost', '127.0.0.1'].map(host => [host, testAuthority(database, { sealer })])),
})
const at = await server.listen({ host: '127.0.0.1', port: 0 })
const system = await partnerSystem(record, server, { scopes: ['notification.read', 'notification.ack'] })
const said: string[] = []
const agency = await receiveNotices({ at, token: () => system.token(), say: line => void said.push(line) })
afterAll(async () => {
  await agency.close()
  await server.close()
})

test('an agency checks a notice, fetches it and acknowledges it, and says nothing of the child', async () => {
  const personId = await makers.person({ given: 'Tansy', family: 'Marrowby' })
  await database.as(serviceActor('storyteller'), 'demo', async work => {
    await sql`insert into subscription (partner_system_id, topic, address, purpose, basis_code, basis, started_on)
      values (${system.id}, 'plan_started', ${agency.address}, 'To keep the child safe', 'ca2004_s16la', 'It helps', '2026-01-01')`.execute(
      work.db(),
    )
    await sql`insert into involvement (person_id, organisation_id, professional_name, role, started_on)
      values (${personId}, ${system.organisationId}, 'A nurse', 'health_visitor', '2026-01-01')`.execute(
      work.db(),
    )
    await sql`insert into cp_plan (id, person_id, started_on) values (${makeUuid()}, ${personId}, '2026-02-02')`.execute(
      work.db(),
    )
  })
  await database.as(serviceActor('listener'), 'disclosures', makeDisclosures)
  await deliverDue({ database, sealer, allowsPrivate: true })
  const [delivery] = await database.as(serviceActor('listener'), 'disclosures', async work => {
    const found = await sql<{
      state: string
    }>`select state from disclosure_delivery where person_id = ${personId}`.execute(work.db())
    return found.rows
  })
  expect(delivery).toEqual({ state: 'acknowledged' })
  expect(said).toEqual([
    'plan_started, number 1 of a child: fetched bornOn, family, given, startedOn; acknowledged',
  ])
})

test('what the council did not sign is refused', async () => {
  const body = JSON.stringify({ id: makeUuid(), topic: 'plan_started', sequence: 1 })
  const answer = await fetch(agency.address, { method: 'POST', body, headers: { 'x-jws-signature': 'a..b' } })
  expect([answer.status, said.at(-1)]).toEqual([401, 'a notice that is not signed by the council: refused'])
})
