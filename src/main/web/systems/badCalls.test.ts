import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { testAuthority, testSealer, testServer } from '#test/server.ts'
import { healthModule } from '../../../modules/health/module.ts'
import { openHospital } from '../../../modules/health/testing/hospital.ts'
import { partnersModule } from '../../../modules/partners/module.ts'
import { encompass, openPolice } from '../../../modules/partners/testing/openPolice.ts'
import { partnerSystem } from './testing/partnerSystem.ts'

const record = await testRecord()
const { database } = record
const sealer = testSealer()
const serverWith = (perSystem = 1_000_000) =>
  testServer(database, [healthModule, partnersModule], {
    authorities: new Map([['localhost', testAuthority(database, { sealer })]]),
    limits: { perSystem },
  })
type System = Awaited<ReturnType<typeof partnerSystem>>
let server: FastifyInstance
let engine: System
let reader: System
let schoolId: Parameters<typeof encompass>[0]
beforeAll(async () => {
  server = await serverWith()
  const { admin, senderId } = await openHospital(record)
  await record.as(admin, work =>
    sql`update health_sender set facility = 'RZZ99' where id = ${senderId}`.execute(work.db()),
  )
  schoolId = (await openPolice(record)).school
  engine = await partnerSystem(record, server, {
    scopes: ['attendance.write', 'notice.write'],
    kind: 'police',
  })
  reader = await partnerSystem(record, server, { scopes: ['plan-status.read'] })
})

const doors = [
  ['/hl7/v2', 'application/hl7-v2'],
  ['/fhir/R4/$process-message', 'application/fhir+json'],
  ['/fhir/R4', 'application/fhir+json'],
  ['/api/notices/encompass', 'application/json'],
] as const
type Sent = {
  readonly url: string
  readonly type: string
  readonly token: string | null
  readonly body: string | Buffer
}
const call = ({ url, type, token, body }: Sent, at = server) =>
  at.inject({
    method: 'POST',
    url,
    payload: body,
    headers: { 'content-type': type, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
  })

/** The words of a refusal, whichever the format of the door. */
function wordsOf(body: string): string {
  const said = JSON.parse(body)
  return said.title ?? said.issue[0].details?.text ?? said.issue[0].diagnostics
}
const kept = async () => {
  const { rows } = await record.as(serviceActor('listener'), work =>
    sql<{ fault: string | null }>`select fault from app.message_in order by received_at`.execute(work.db()),
  )
  return rows.map(({ fault }) => fault)
}

describe.each(doors)('a call of %s', (url, type) => {
  const good = { url, type, body: '{}' }
  test.each([
    ['without a token', async () => ({ ...good, token: null }), 401, /oauth2\/token/],
    [
      'with a token that has expired',
      async () => ({ ...good, token: await expired() }),
      401,
      /oauth2\/token/,
    ],
    ['without the scope', async () => ({ ...good, token: await reader.token() }), 403, /Ask for the scope/],
    [
      'of another type',
      async () => ({ ...good, type: 'text/plain', token: await engine.token() }),
      415,
      /^Send it as application\//,
    ],
    [
      'of XML',
      async () => ({ ...good, type: 'application/xml', body: doctype, token: await engine.token() }),
      415,
      /^Send it as application\//,
    ],
    [
      'of 2 MB',
      async () => ({ ...good, body: Buffer.alloc(2_000_000, ' '), token: await engine.token() }),
      413,
      /larger than 1 MB/,
    ],
  ])('%s is refused, says what to do, and leaves nothing', async (_what, make, status, words) => {
    const before = await kept()
    const answer = await call(await make())
    expect(answer.statusCode).toBe(status)
    expect(wordsOf(answer.body)).toMatch(words)
    expect(await kept()).toEqual(before)
  })

  test('among too many is asked to wait', async () => {
    const busy = await serverWith(2)
    const sent = { ...good, token: null }
    await call(sent, busy)
    await call(sent, busy)
    const answer = await call(sent, busy)
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '60'])
    expect(wordsOf(answer.body)).toMatch(/Wait a minute/)
  })
})

const doctype = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>'
const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
async function expired(): Promise<string> {
  const token = await engine.token()
  await record.as(serviceActor('listener'), work => sql`delete from app.system_token`.execute(work.db()))
  return token
}

const head = (event: string, facility = 'RZZ99', id = event) =>
  `MSH|^~\\&|FALLOW|${facility}|KITH|COUNTY|202611201201||ADT^${event}|${id}|P|2.4\rPID|1||||Otterly^Wren||20240502|F\rPV1|1|E|ED||||||||||||||||W`

describe('a body that cannot be taken', () => {
  test.each([
    ['XML with a document type as HL7', '/hl7/v2', doctype, 400, 'not_hl7_markup'],
    ['no control id', '/hl7/v2', head('A04', 'RZZ99', ''), 400, 'control_id_missing'],
    ['another sender', '/hl7/v2', head('A04', 'RYY01'), 403, 'sender_not_accepted'],
    ['XML with a document type as FHIR', '/fhir/R4/$process-message', `${doctype} `, 400, 'not_json'],
    ['JSON nested without end as FHIR', '/fhir/R4', deep, 400, 'too_deep'],
    ['XML with a document type as a notice', '/api/notices/encompass', `${doctype}  `, 400, 'not_json'],
    ['a notice cut short', '/api/notices/encompass', '{"child":{"given":"Ta', 400, 'not_json'],
    ['a notice nested', '/api/notices/encompass', '['.repeat(500) + ']'.repeat(500), 400, 'too_deep'],
  ])('%s is refused and kept with its reason', async (_what, url, body, status, fault) => {
    const type = doors.find(([one]) => one === url)?.[1] ?? ''
    const before = (await kept()).length
    const answer = await call({ url, type, body, token: await engine.token() })
    expect([answer.statusCode, (await kept()).slice(before)]).toEqual([status, [fault]])
    expect(answer.body).not.toMatch(/Otterly|hostname/)
  })
})

test('the same bytes by another door are answered in the terms of that one', async () => {
  const token = await engine.token()
  const [hl7, fhir] = [
    await call({ url: '/hl7/v2', type: 'application/hl7-v2', body: 'neither', token }),
    await call({ url: '/fhir/R4', type: 'application/fhir+json', body: 'neither', token }),
  ]
  expect([hl7.statusCode, hl7.body.startsWith('MSH|'), fhir.statusCode]).toEqual([400, true, 400])
  expect(fhir.json()).toMatchObject({ resourceType: 'OperationOutcome' })
})

describe('what PostgreSQL keeps in no text', () => {
  test('is left out of an HL7 message and of a notice, which are taken', async () => {
    const token = await engine.token()
    const hl7 = await call({
      url: '/hl7/v2',
      type: 'application/hl7-v2',
      body: head('A04', 'RZZ99', 'N\0'),
      token,
    })
    expect([hl7.statusCode, hl7.body.includes('MSA|AA|N')]).toEqual([200, true])
    const body = JSON.stringify(
      encompass(schoolId, { place: 'A\0 row \ud800', policeReference: 'NM/1\0/26' }),
    )
    const notice = await call({ url: '/api/notices/encompass', type: 'application/json', body, token })
    expect([notice.statusCode, notice.body]).toEqual([201, expect.stringContaining('KN-')])
  })

  test('an event of HL7 that nobody knows is taken, and its answer says so', async () => {
    const answer = await call({
      url: '/hl7/v2',
      type: 'application/hl7-v2',
      body: head('Z99'),
      token: await engine.token(),
    })
    expect([answer.statusCode, answer.body.includes('MSA|AA|Z99')]).toEqual([200, true])
  })
})
