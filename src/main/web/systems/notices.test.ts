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

describe('a system of a school', async () => {
  const school = await partnerSystem(record, server, { scopes: ['notice.write'], kind: 'school' })
  const concern = (more: object = {}) => ({
    schoolReference: 'CP/17',
    children: [{ given: 'Tansy', family: 'Marrowby', born: '2016-05-02' }],
    worries: 'She says that she sleeps in the bath.',
    familyKnows: 'no',
    familyKnowsNotBecause: 'She begged us',
    isDanger: 'no',
    raisedBy: 'The deputy head',
    ...more,
  })
  const contacts = async () =>
    (
      await record.as(county.decider, work =>
        sql<{
          source: string
          organisation: string
          decided: boolean
        }>`select source, referrer_organisation_id as organisation, decided_at is not null as decided
          from contact where worries = 'She says that she sleeps in the bath.'`.execute(work.db()),
      )
    ).rows
  const readAll = async () => {
    const { rows } = await record.as(serviceActor('listener'), work =>
      sql<{ id: string }>`select message_id as id from app.message_work where state = 'waiting'`.execute(
        work.db(),
      ),
    )
    for (const { id } of rows)
      await readMessageTask(sealer, readArrival).run(
        { database: record.database, log: makeLog({ level: 'silent' }) },
        { id },
      )
  }

  test('brings a concern to the one front door, in the school’s words and once', async () => {
    const [first, again] = [
      await post('school_concern', concern(), school),
      await post('school_concern', concern(), school),
    ]
    expect([first.statusCode, again.statusCode]).toEqual([201, 200])
    await readAll()
    await readAll()
    const found = await contacts()
    expect(found).toMatchObject([{ source: '2A', decided: false }])
    expect(found[0]?.organisation).toBeTruthy()
    const named = await record.as(county.decider, work =>
      sql<{
        family: string
        school: string | null
      }>`select p.family, p.school from contact_person p join contact c on c.id = p.contact_id
        where c.worries = 'She says that she sleeps in the bath.'`.execute(work.db()),
    )
    expect(named.rows).toMatchObject([{ family: 'Marrowby' }])
    expect(named.rows[0]?.school).toBeTruthy()
  })

  test('sends no notice in the name of the police, nor the police one of a school', async () => {
    expect(
      (await post('encompass', encompass(county.school, { policeReference: 'NM/7000/26' }), school))
        .statusCode,
    ).toBe(403)
    expect((await post('school_concern', concern({ schoolReference: 'CP/18' }))).statusCode).toBe(403)
  })

  test('is told which part is wrong', async () => {
    const answer = await post('school_concern', concern({ schoolReference: 'CP/19', worries: '' }), school)
    expect([answer.statusCode, answer.json().errors[0].at]).toEqual([422, 'worries'])
  })
})
