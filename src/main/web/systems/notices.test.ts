import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeLog } from '#platform/log'
import { readMessageTask } from '#platform/messages'
import { testRecord } from '#test/record.ts'
import { testAuthority, testSealer, testServer } from '#test/server.ts'
import { partnersModule } from '../../../modules/partners/module.ts'
import { encompass, openPolice } from '../../../modules/partners/testing/openPolice.ts'
import { readArrival } from '../../jobs/readArrival.ts'
import { partnerSystem } from './testing/partnerSystem.ts'

const record = await testRecord()
const sealer = testSealer()
const server = await testServer(record.database, [partnersModule], {
  authorities: new Map([['localhost', testAuthority(record.database, { sealer })]]),
})
const county = await openPolice(record)
const force = await partnerSystem(record, server, { scopes: ['notice.write'], kind: 'police' })
const hospital = await partnerSystem(record, server, { scopes: ['notice.write'] })

const post = async (kind: string, body: unknown, by = force) =>
  await server.inject({
    method: 'POST',
    url: `/api/notices/${kind}`,
    payload: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await by.token()}` },
  })

describe('a system of the police', () => {
  test('tells of a night, has a reference, and the school’s lead has it to read', async () => {
    const answer = await post('encompass', encompass(county.school))
    expect([answer.statusCode, answer.json().reference]).toEqual([201, expect.stringMatching(/^KN-/)])
    const { rows } = await record.as(serviceActor('listener'), work =>
      sql<{ id: string }>`select message_id as id from app.message_work where state = 'waiting'`.execute(
        work.db(),
      ),
    )
    const log = makeLog({ level: 'silent' })
    for (const { id } of rows)
      await readMessageTask(sealer, readArrival).run({ database: record.database, log }, { id })
    const seen = await record.as(county.lead, work =>
      sql`select 1 from partner_notice where kind = 'encompass'`.execute(work.db()),
    )
    expect(seen.rows).toHaveLength(1)
  })

  test('that tells it again has the same reference', async () => {
    const body = encompass(county.school, { policeReference: 'NM/5000/26' })
    const [first, again] = [await post('encompass', body), await post('encompass', body)]
    expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 200, first.body])
  })

  test('is told which part is wrong, and the notice is kept for somebody to look at', async () => {
    const answer = await post('encompass', encompass(county.school, { happenedAt: 'last night' }))
    expect([answer.statusCode, answer.json().errors[0].at]).toEqual([422, 'happenedAt'])
    expect((await post('encompass', '{"child":')).statusCode).toBe(400)
    const { rows } = await record.as(county.admin, work =>
      sql<{
        reason: string
      }>`select reason from app.message_work where state = 'refused' order by reason`.execute(work.db()),
    )
    expect(rows.map(({ reason }) => reason)).toEqual(['not_as_agreed', 'not_json'])
  })

  test('finds what a notice consists of without a token, and nothing of a kind that is none', async () => {
    const schema = await server.inject({ url: '/api/notices/encompass/schema' })
    expect([schema.statusCode, schema.json().type]).toEqual([200, 'object'])
    expect((await server.inject({ url: '/api/notices/gossip/schema' })).statusCode).toBe(404)
    expect((await post('gossip', {})).statusCode).toBe(404)
  })
})

test('a hospital tells nothing in the name of the police', async () => {
  const answer = await post(
    'encompass',
    encompass(county.school, { policeReference: 'NM/6000/26' }),
    hospital,
  )
  expect(answer.statusCode).toBe(403)
})
