import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeLog } from '#platform/log'
import { readMessageTask } from '#platform/messages'
import { testRecord } from '#test/record.ts'
import { testAuthority, testSealer, testServer } from '#test/server.ts'
import { partnersModule } from '../../../modules/partners/module.ts'
import { openPolice } from '../../../modules/partners/testing/openPolice.ts'
import { readArrival } from '../../jobs/readArrival.ts'
import { partnerSystem } from './testing/partnerSystem.ts'

const record = await testRecord()
const sealer = testSealer()
const server = await testServer(record.database, [partnersModule], {
  authorities: new Map([['localhost', testAuthority(record.database, { sealer })]]),
})
const county = await openPolice(record)
const scopes = ['notice.write', 'notice.read']
const school = await partnerSystem(record, server, { scopes, kind: 'school' })
const other = await partnerSystem(record, server, { scopes, kind: 'school' })
const writer = await partnerSystem(record, server, { scopes: ['notice.write'], kind: 'school' })
const tell = (text: ReturnType<typeof sql>) =>
  record.as(serviceActor('storyteller'), work => text.execute(work.db()))

const fetched = async (reference: string, by = school) =>
  await server.inject({
    url: `/api/concerns/${reference}`,
    headers: { authorization: `Bearer ${await by.token()}` },
  })

/** Sends a concern and has it read. @returns its reference */
async function concern(schoolReference: string): Promise<string> {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/notices/school_concern',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await school.token()}` },
    payload: {
      schoolReference,
      children: [{ given: 'Tansy', family: 'Marrowby', born: '2016-05-02' }],
      worries: `Worries of ${schoolReference}`,
      ...{ familyKnows: 'yes', isDanger: 'no', raisedBy: 'The deputy head' },
    },
  })
  const { rows } = await record.as(serviceActor('listener'), work =>
    sql<{ id: string }>`select message_id as id from app.message_work where state = 'waiting'`.execute(
      work.db(),
    ),
  )
  const log = makeLog({ level: 'silent' })
  for (const { id } of rows)
    await readMessageTask(sealer, readArrival).run({ database: record.database, log }, { id })
  return answer.json<{ reference: string }>().reference
}
const answered = (schoolReference: string) =>
  tell(sql`with decided as (update contact set decided_at = now() where worries = ${`Worries of ${schoolReference}`} returning id)
    insert into contact_feedback (contact_id, body, channel, sent_on, sent_by, outcome, threshold_reason)
    select id, 'Thank you. An assessment has begun.', 'in_kith', current_date, ${county.decider.id}, 'assessment', 'The threshold is met.' from decided`)

test('a school’s system reads what became of its own concern, and whom to ring', async () => {
  const reference = await concern('CP/21')
  expect((await fetched(reference)).json()).toMatchObject({
    state: 'received',
    theirReference: 'CP/21',
    outcome: null,
  })
  await answered('CP/21')
  expect((await fetched(reference)).json()).toMatchObject({
    state: 'answered',
    outcome: 'assessment',
    why: 'The threshold is met.',
    ring: { team: expect.any(String) },
  })
})

test('another school, an unknown reference, a notice of another kind and a system without the scope read nothing', async () => {
  const reference = await concern('CP/22')
  expect((await fetched(reference, other)).statusCode).toBe(404)
  expect((await fetched('KN-0000-0000')).statusCode).toBe(404)
  expect((await fetched(reference, writer)).statusCode).toBe(403)
})

test('of a child whose record is restricted nothing is told but that it came', async () => {
  const reference = await concern('CP/23')
  await answered('CP/23')
  const person = await record.makers.person()
  await tell(
    sql`update contact_person set person_id = ${person}, matched_at = now() where contact_id = (select id from contact where worries = 'Worries of CP/23')`,
  )
  await tell(sql`update contact set person_ids = ${[person]}::uuid[] where worries = 'Worries of CP/23'`)
  expect((await fetched(reference)).json()).toMatchObject({ state: 'answered' })
  await record.makers.restriction({ subjectId: person })
  expect((await fetched(reference)).json()).toMatchObject({
    state: 'received',
    outcome: null,
    why: null,
    decidedAt: null,
  })
})
