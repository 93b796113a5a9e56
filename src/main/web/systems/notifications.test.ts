import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { flattenedVerify, importJWK, type JWK } from 'jose'
import { sql } from 'kysely'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { disclosuresModule, makeDisclosures } from '#modules/disclosures'
import { serviceActor, type Work } from '#platform/db'
import { makeUuid, type Uuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { testAuthority, testSealer, testServer } from '#test/server.ts'
import { sendAgain } from '../../../modules/disclosures/commands/sendAgain.ts'
import { deliverDue } from '../../../modules/disclosures/sending/deliverDue.ts'
import { takeDue } from '../../../modules/disclosures/sending/takeDue.ts'
import { partnerSystem } from './testing/partnerSystem.ts'

type Notice = {
  readonly id: Uuid
  readonly subject: string
  readonly sequence: number
  readonly topic: string
}

const record = await testRecord()
const { database, makers } = record
const sealer = testSealer()
const server = await testServer(database, [disclosuresModule], {
  authorities: new Map([['localhost', testAuthority(database, { sealer })]]),
})
const scopes = ['notification.read', 'notification.ack']
const school = await partnerSystem(record, server, { scopes })
const stranger = await partnerSystem(record, server, { scopes })

const heard: { readonly notice: Notice; readonly raw: string; readonly headers: IncomingHttpHeaders }[] = []
let code = 200
const receiver = createServer((request, response) => {
  const parts: Buffer[] = []
  request.on('data', part => parts.push(part))
  request.on('end', () => {
    const raw = Buffer.concat(parts).toString()
    heard.push({ notice: JSON.parse(raw), raw, headers: request.headers })
    response.writeHead(code).end()
  })
})
await new Promise<void>(resolve => receiver.listen(0, '127.0.0.1', resolve))
afterAll(() => receiver.close())
const address = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/notices`

const listen = <R>(fn: (work: Work) => Promise<R>) => database.as(serviceActor('listener'), 'disclosures', fn)
const tell = (text: ReturnType<typeof sql>) =>
  database.as(serviceActor('storyteller'), 'demo', work => text.execute(work.db()))
const admin = await makers.worker({ class: 'administrator' })
await record.as(admin, async work => {
  for (const topic of ['plan_started', 'plan_ended', 'placement_moved'])
    await sql`insert into subscription (partner_system_id, topic, address, purpose, basis_code, basis, started_on)
      values (${school.id}, ${topic}, ${address}, 'Keeping the child safe at school', 'ca2004_s16la', 'It helps the school', '2026-01-01')`.execute(
      work.db(),
    )
})

/** A child with whom the school is involved, and a plan. */
async function planned({ endedOn = null as string | null } = {}) {
  const personId = await makers.person()
  await tell(sql`insert into involvement (person_id, organisation_id, professional_name, role, started_on, ended_on)
    select ${personId}, organisation_id, 'A lead', 'designated_safeguarding_lead', '2026-01-01', ${endedOn}::date from partner_system where id = ${school.id}`)
  const plan = (on: string) =>
    tell(
      sql`insert into cp_plan (id, person_id, started_on, ended_on) values (${makeUuid()}, ${personId}, ${on}::date, ${on}::date)`,
    )
  await plan('2026-02-02')
  return { personId, plan }
}
const turn = async (allowsPrivate = true) => {
  await listen(makeDisclosures)
  return await deliverDue({ database, sealer, allowsPrivate })
}
const later = () =>
  listen(work =>
    sql`update disclosure_delivery set next_try_at = now() - interval '1 minute' where state in ('waiting', 'sent')`.execute(
      work.db(),
    ),
  )
const call = async (system: typeof school, method: 'GET' | 'POST', url: string) =>
  await server.inject({ method, url, headers: { authorization: `Bearer ${await system.token()}` } })
const acknowledge = (id: string) => call(school, 'POST', `/api/notifications/${id}/acknowledgement`)
const deliveries = async (personId: Uuid) =>
  (
    await listen(work =>
      sql<{ state: string; sequence: number; withdrawn_why: string | null; last_problem: string | null }>`
        select v.state, d.sequence, v.withdrawn_why, v.last_problem from disclosure_delivery v join disclosure d on d.id = v.disclosure_id
        where v.person_id = ${personId} and d.topic = 'plan_started' order by d.sequence`.execute(work.db()),
    )
  ).rows
const started = () =>
  heard.filter(({ notice }) => notice.topic === 'plan_started').map(({ notice }) => notice)

beforeEach(async () => {
  await listen(work =>
    sql`update disclosure_delivery set state = 'acknowledged', acknowledged_at = now() where state in ('waiting', 'sent', 'dead')`.execute(
      work.db(),
    ),
  )
  heard.length = 0
  code = 200
})

describe('a notice', () => {
  test('holds ids alone, is signed by the published key, and is sent again until it is acknowledged', async () => {
    await planned()
    await turn()
    const [first] = heard
    if (first === undefined) throw new Error('A notice came')
    expect(Object.keys(first.notice).sort()).toEqual(['at', 'id', 'sequence', 'subject', 'topic'])
    const { keys } = (await server.inject('/.well-known/jwks.json')).json<{ keys: JWK[] }>()
    const [header = '', , signature = ''] = String(first.headers['x-jws-signature']).split('.')
    const jws = { protected: header, payload: Buffer.from(first.raw).toString('base64url'), signature }
    await flattenedVerify(jws, await importJWK(keys[0] ?? {}, 'EdDSA'))
    expect(keys[0]).not.toHaveProperty('d')
    await later()
    await turn()
    expect(heard.filter(({ notice }) => notice.id === first.notice.id)).toHaveLength(2)
    expect((await acknowledge(first.notice.id)).statusCode).toBe(200)
    expect((await acknowledge(first.notice.id)).statusCode).toBe(200)
    await later()
    await turn()
    expect(heard.filter(({ notice }) => notice.id === first.notice.id)).toHaveLength(2)
  })

  test('of a placement says the day on which the child moved, and never where', async () => {
    const { personId } = await planned()
    await tell(sql`insert into person_address (person_id, kind, lines, postcode, started_on) values
      (${personId}, 'placement', '9 Lantern Yard', 'NM1 2AB', '2026-05-05'), (${personId}, 'home', '3 Invented Row', 'NM1 2AB', '2026-06-06'),
      (${personId}, 'placement', '4 Day Unknown', 'NM1 2AB', null)`)
    await turn()
    const moves = heard.filter(({ notice }) => notice.topic === 'placement_moved')
    expect(moves).toHaveLength(1)
    const { body } = await call(school, 'GET', `/api/notifications/${moves[0]?.notice.id}`)
    expect(body).toContain('2026-05-05')
    expect(body).not.toMatch(/Lantern|NM1/)
  })

  test('waits until the one before it of the same child is acknowledged', async () => {
    const { plan } = await planned()
    await plan('2026-03-03')
    await turn()
    await later()
    await turn()
    expect(started().map(({ sequence }) => sequence)).toEqual([1, 1])
    await acknowledge(started()[0]?.id ?? '')
    await later()
    await turn()
    expect(started().map(({ sequence }) => sequence)).toEqual([1, 1, 2])
    expect(new Set(started().map(({ subject }) => subject)).size).toBe(1)
  })

  test('goes again under the same id when the sender was killed before it was marked', async () => {
    await planned()
    await listen(makeDisclosures)
    const [taken] = (await listen(takeDue)).filter(({ topic }) => topic === 'plan_started')
    expect(await turn()).toBe(0) // taken by the one that was killed, for as long as its turn lasts
    await later()
    await turn()
    expect(started().map(({ id }) => id)).toEqual([taken?.disclosureId])
  })

  test('is a dead letter after a day, and goes again when somebody says so', async () => {
    code = 500
    const { personId } = await planned()
    await turn()
    await listen(work =>
      sql`update disclosure_delivery set first_tried_at = now() - interval '25 hours' where state = 'waiting'`.execute(
        work.db(),
      ),
    )
    await later()
    await turn()
    expect(await deliveries(personId)).toMatchObject([{ state: 'dead' }])
    const { rows } = await listen(work =>
      sql<{ id: Uuid }>`select id from disclosure_delivery where person_id = ${personId}`.execute(work.db()),
    )
    for (const { id } of rows) expect(await record.as(admin, work => sendAgain(work, id))).toBe(true)
    code = 200
    await turn()
    expect(await deliveries(personId)).toMatchObject([{ state: 'sent' }])
  })

  test('never goes to an address of this machine or a closed network', async () => {
    const { personId } = await planned()
    await turn(false)
    expect(heard).toEqual([])
    expect(await deliveries(personId)).toMatchObject([{ state: 'waiting', last_problem: /not https/ }])
  })
})

describe('who is never told of', () => {
  test('a child whose record is restricted: that it was not shared is written down, with why', async () => {
    const { personId } = await planned()
    await makers.restriction({ subjectId: personId })
    await turn()
    expect(await deliveries(personId)).toEqual([])
    const { rows } = await listen(work =>
      sql<{ shared: string[]; withheld: { why: string }[] }>`
        select shared, withheld from disclosure where person_id = ${personId} and topic = 'plan_started'`.execute(
        work.db(),
      ),
    )
    expect(rows).toMatchObject([{ shared: [], withheld: [{ why: expect.stringContaining('restricted') }] }])
    expect(heard).toEqual([])
  })

  test('a child with whom the organisation is no longer involved, even while the notice waits', async () => {
    const gone = await planned({ endedOn: '2026-04-04' })
    const { personId } = await planned()
    await listen(makeDisclosures)
    await tell(sql`update involvement set ended_on = '2026-04-04' where person_id = ${personId}`)
    await turn()
    expect(heard).toEqual([])
    expect(await deliveries(gone.personId)).toEqual([])
    expect(await deliveries(personId)).toMatchObject([{ state: 'withdrawn', withdrawn_why: 'not_involved' }])
  })
})

describe('what a notice was about', () => {
  test('is what the disclosure says was shared, for its receiver alone', async () => {
    const { personId } = await planned()
    await tell(
      sql`insert into person_identifier (person_id, kind, value) values (${personId}, 'nhs_number', '9434765919')`,
    )
    await turn()
    const id = started()[0]?.id ?? ''
    const answer = await call(school, 'GET', `/api/notifications/${id}`)
    expect(answer.json()).toMatchObject({
      id,
      about: { nhsNumber: '9434765919', startedOn: '2026-02-02' },
      purpose: 'Keeping the child safe at school',
    })
    expect(Object.keys(answer.json<{ about: object }>().about)).toHaveLength(2)
    const foreign = await call(stranger, 'GET', `/api/notifications/${id}`)
    const nobodys = await call(school, 'GET', `/api/notifications/${makeUuid()}`)
    expect([foreign.statusCode, nobodys.statusCode]).toEqual([404, 404])
    expect(foreign.body).toBe(nobodys.body)
    expect((await call(stranger, 'POST', `/api/notifications/${id}/acknowledgement`)).body).toBe(foreign.body)
    await tell(sql`update involvement set ended_on = '2026-04-04' where person_id = ${personId}`)
    expect((await call(school, 'GET', `/api/notifications/${id}`)).body).toBe(foreign.body)
  })
})
