import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { makeLog } from '#platform/log'
import { readMessageTask } from '#platform/messages'
import { testRecord } from '#test/record.ts'
import { testAuthority, testSealer, testServer } from '#test/server.ts'
import { healthModule } from '../../../modules/health/module.ts'
import { openHospital } from '../../../modules/health/testing/hospital.ts'
import { readArrival } from '../../jobs/readArrival.ts'
import { partnerSystem } from './testing/partnerSystem.ts'

const record = await testRecord()
const { database } = record
const hospital = await openHospital(record)
await record.as(hospital.admin, async work => {
  await sql`update health_sender set facility = 'RZZ99', site_codes = array['RZZ01'] where id = ${hospital.senderId}`.execute(
    work.db(),
  )
})
const sealer = testSealer()
const server = await testServer(database, [healthModule], {
  authorities: new Map([['localhost', testAuthority(database, { sealer })]]),
})
const engine = await partnerSystem(record, server)
const stranger = await partnerSystem(record, server, { codes: ['RYY01'] })

const post = async (url: string, payload: string | Buffer, more: Record<string, string> = {}) =>
  await server.inject({
    method: 'POST',
    url,
    payload,
    headers: {
      'content-type': 'application/fhir+json',
      authorization: `Bearer ${await engine.token()}`,
      ...more,
    },
  })
const hl7 = { 'content-type': 'application/hl7-v2' }
const message = (controlId: string, visit = 'W1') =>
  [
    `MSH|^~\\&|FALLOW|RZZ99|KITH|COUNTY|202611201201||ADT^A04|${controlId}|P|2.4`,
    'PID|1||9434765919^^^NHS^NH||Otterly^Wren||20240502|F|||1 Row^^Town^^NM1 2AB',
    `PV1|1|E|ED^^^RZZ99||||||||||||||||${visit}|||||||||||||||||||||||||202611201145`,
  ].join('\r')

type Parts = {
  visit?: string
  id?: string
  status?: string
  sender?: string
  event?: string
  updated?: string
  patient?: object
}
const bundle = ({
  visit = 'F1',
  id = visit,
  status = 'in-progress',
  sender = 'RZZ99',
  updated = '2026-11-20T12:00:00Z',
  ...more
}: Parts = {}) => ({
  resourceType: 'Bundle',
  type: 'message',
  identifier: { value: id },
  entry: [
    {
      fullUrl: 'urn:uuid:1',
      resource: {
        resourceType: 'MessageHeader',
        eventCoding: { code: more.event ?? 'emergency-care-attendance-1' },
        sender: { identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: sender } },
      },
    },
    {
      fullUrl: 'urn:uuid:2',
      resource: {
        resourceType: 'Encounter',
        meta: { lastUpdated: updated },
        identifier: [{ system: 'https://trust.example/visit', value: visit }],
        status,
        class: { code: 'EMER' },
        subject: { reference: 'urn:uuid:3' },
        period: { start: '2026-11-20T11:45:00+00:00' },
        reasonCode: [{ text: 'Fell from a swing' }],
        location: [{ location: { reference: 'urn:uuid:4' } }],
      },
    },
    {
      fullUrl: 'urn:uuid:3',
      resource: {
        resourceType: 'Patient',
        identifier: [{ system: 'https://fhir.nhs.uk/Id/nhs-number', value: '9434765919' }],
        name: [{ use: 'official', family: 'Otterly', given: ['Wren'] }],
        gender: 'female',
        birthDate: '2024-05-02',
        address: [{ use: 'home', line: ['1 Row'], city: 'Town', postalCode: 'NM1 2AB' }],
        ...more.patient,
      },
    },
    {
      fullUrl: 'urn:uuid:4',
      resource: {
        resourceType: 'Location',
        name: 'Emergency department',
        identifier: [{ system: 'https://fhir.nhs.uk/Id/ods-site-code', value: 'RZZ01' }],
      },
    },
    {
      fullUrl: 'urn:uuid:5',
      resource: {
        resourceType: 'RelatedPerson',
        name: [{ text: 'Ivy Otterly' }],
        relationship: [{ text: 'Mother' }],
      },
    },
  ],
})
const sendBundle = (parts?: Parts) => post('/fhir/R4/$process-message', JSON.stringify(bundle(parts)))

const task = readMessageTask(sealer, readArrival)
async function readAll(): Promise<void> {
  const ids = await record.as(
    serviceActor('listener'),
    async work =>
      (
        await sql<{
          id: string
        }>`select message_id as id from app.message_work where state = 'waiting'`.execute(work.db())
      ).rows,
  )
  for (const id of ids) await task.run({ database, log: makeLog({ level: 'silent' }) }, id)
}
const visits = async (key: string) =>
  await record.as(serviceActor('listener'), async work => {
    const { rows } = await sql<{
      status: string
      complaint: string
      site_code: string
      accompanied_by: string
      told_birth_as: string | null
      notices: number
    }>`
      select a.status, a.complaint, a.site_code, a.accompanied_by, a.told_birth_as,
        (select count(*)::int from attendance_notice n where n.attendance_id = a.id and n.withdrawn_at is null and n.kind = 'health_visitor') as notices
      from attendance a where a.visit_key = ${key}`.execute(work.db())
    return rows
  })
const facts = async (key: string) =>
  await record.as(serviceActor('listener'), async work => {
    const { rows } = await sql<Record<string, unknown>>`
      select came_from, complaint, procedures, outcome, discharge_status, narrative, concerns from attendance where visit_key = ${key}`.execute(
      work.db(),
    )
    return rows[0]
  })

describe('HL7 over HTTPS', () => {
  test('is kept and acknowledged as by the door for hospitals, and told to the nurse', async () => {
    const answer = await post('/hl7/v2', message('H1'), hl7)
    expect([answer.statusCode, answer.body.includes('MSA|AA|H1')]).toEqual([200, true])
    await readAll()
    expect(await visits('W1')).toMatchObject([{ status: 'here', notices: 1 }])
  })

  test('gives the stored answer again, byte for byte', async () => {
    const first = await post('/hl7/v2', message('H2', 'W2'), hl7)
    const again = await post('/hl7/v2', message('H2', 'W2'), hl7)
    expect(again.body).toBe(first.body)
  })

  test('refuses, in the message’s own terms, what cannot be read and whoever the token does not speak for', async () => {
    const rubbish = await post('/hl7/v2', 'PID|1', hl7)
    expect([rubbish.statusCode, rubbish.body.includes('MSA|AR')]).toEqual([400, true])
    const foreign = await post('/hl7/v2', message('H3', 'W3'), {
      ...hl7,
      authorization: `Bearer ${await stranger.token()}`,
    })
    expect([foreign.statusCode, foreign.body.includes('MSA|AR|H3')]).toEqual([403, true])
    await readAll()
    expect(await visits('W3')).toEqual([])
  })
})

describe('a FHIR message', () => {
  test('is accepted, stored and told to the nurse, with what the hospital said', async () => {
    const answer = await sendBundle()
    expect([answer.statusCode, answer.json().issue[0].severity]).toEqual([202, 'information'])
    await readAll()
    expect(await visits('F1')).toEqual([
      {
        status: 'here',
        complaint: 'Fell from a swing',
        site_code: 'RZZ01',
        accompanied_by: 'Ivy Otterly, Mother',
        told_birth_as: null,
        notices: 1,
      },
    ])
  })

  test('tells every item of the national attendance event, and what is feared for the child', async () => {
    const { entry, ...rest } = bundle({ visit: 'F6', id: 'dch' })
    const [header, visit, ...others] = entry.map(one => one.resource)
    const words = (text: string) => ({ text })
    const resources = [
      header,
      {
        ...visit,
        status: 'finished',
        hospitalization: { admitSource: words('Ambulance'), dischargeDisposition: words('Ward') },
        extension: [
          {
            url: 'https://fhir.hl7.org.uk/StructureDefinition/Extension-UKCore-EmergencyCareDischargeStatus',
            valueCodeableConcept: words('Treatment completed'),
          },
        ],
      },
      ...others,
      { resourceType: 'Procedure', status: 'completed', code: words('X-ray') },
      { resourceType: 'Procedure', status: 'not-done', code: words('Sutures') },
      { resourceType: 'Communication', payload: [{ contentString: 'Told two stories' }] },
      { resourceType: 'Flag', code: { coding: [{ system: 'http://snomed.info/sct', code: '700255001' }] } },
    ]
    const sent = {
      ...rest,
      entry: resources.map((resource, index) => ({ fullUrl: `urn:uuid:${index + 1}`, resource })),
    }
    expect((await post('/fhir/R4/$process-message', JSON.stringify(sent))).statusCode).toBe(202)
    await readAll()
    expect(await facts('F6')).toEqual({
      ...{ came_from: 'Ambulance', procedures: 'X-ray', outcome: 'Ward', complaint: 'Fell from a swing' },
      ...{ discharge_status: 'Treatment completed', narrative: 'Told two stories', concerns: ['700255001'] },
    })
  })

  test('is read in the spelling of STU3, in which the NHS published the event, and a deletion takes it back', async () => {
    const published = (id: string, at: string, type: string) => {
      const { entry, ...rest } = bundle({ visit: 'F7', id })
      const [header, visit, ...others] = entry.map(one => one.resource) as Record<string, unknown>[]
      const { eventCoding, sender, ...ofHeader } = header ?? {}
      const { reasonCode, meta, ...ofVisit } = visit ?? {}
      const resources = [
        {
          ...{ ...ofHeader, event: eventCoding, responsible: sender, meta: { lastUpdated: at } },
          extension: [
            {
              url: 'https://fhir.nhs.uk/STU3/StructureDefinition/Extension-MessageEventType-1',
              valueCodeableConcept: { coding: [{ code: type }] },
            },
          ],
        },
        { ...ofVisit, reason: reasonCode },
        ...others,
      ]
      return JSON.stringify({
        ...rest,
        entry: resources.map((resource, index) => ({ fullUrl: `urn:uuid:${index + 1}`, resource })),
      })
    }
    const first = await post('/fhir/R4/$process-message', published('s1', '2026-11-20T12:00:00Z', 'new'))
    expect(first.statusCode).toBe(202)
    await readAll()
    expect(await visits('F7')).toMatchObject([{ status: 'here', complaint: 'Fell from a swing', notices: 1 }])
    await post('/fhir/R4/$process-message', published('s2', '2026-11-20T12:30:00Z', 'delete'))
    await readAll()
    expect(await visits('F7')).toMatchObject([{ status: 'cancelled', notices: 0 }])
  })

  test('with more encounters than one is about the one in its header’s focus', async () => {
    const { entry, ...rest } = bundle({ visit: 'F8', id: 'focus' })
    const earlier = {
      fullUrl: 'urn:uuid:9',
      resource: { resourceType: 'Encounter', status: 'finished', identifier: [{ value: 'F8 earlier' }] },
    }
    const sent = (focus: unknown) =>
      post(
        '/fhir/R4/$process-message',
        JSON.stringify({
          ...rest,
          entry: [...entry, earlier].map(({ fullUrl, resource }, at) => ({
            fullUrl,
            resource: at === 0 ? { ...resource, focus } : resource,
          })),
        }),
      )
    expect((await sent([])).statusCode).toBe(422)
    expect((await sent([{ reference: 'urn:uuid:2' }])).statusCode).toBe(202)
    await readAll()
    expect([await visits('F8'), await visits('F8 earlier')]).toMatchObject([[{ status: 'here' }], []])
  })

  test('sent again is answered as before and changes nothing', async () => {
    const first = await sendBundle({ visit: 'F2' })
    const again = await sendBundle({ visit: 'F2' })
    expect([first.statusCode, again.statusCode, again.body === first.body]).toEqual([202, 200, true])
  })

  test('changes its visit, ends it, and cancels it; an older one overwrites nothing', async () => {
    await sendBundle({ visit: 'F3', id: 'a' })
    await sendBundle({ visit: 'F3', id: 'b', status: 'finished', updated: '2026-11-20T14:00:00Z' })
    await sendBundle({ visit: 'F3', id: 'c', updated: '2026-11-20T13:00:00Z' })
    await readAll()
    expect(await visits('F3')).toMatchObject([{ status: 'left', notices: 1 }])
    await sendBundle({ visit: 'F3', id: 'd', status: 'entered-in-error', updated: '2026-11-20T15:00:00Z' })
    await readAll()
    expect(await visits('F3')).toMatchObject([{ status: 'cancelled', notices: 0 }])
  })

  test('tells again of a visit that was cancelled and is told as left', async () => {
    await sendBundle({ visit: 'F4', id: 'e', status: 'cancelled' })
    await sendBundle({ visit: 'F4', id: 'f', status: 'finished', updated: '2026-11-20T16:00:00Z' })
    await readAll()
    expect(await visits('F4')).toMatchObject([{ status: 'left', notices: 1 }])
  })

  test('is taken with a day of birth that is none, and its sender told so', async () => {
    const answer = await sendBundle({ visit: 'F5', patient: { birthDate: '2019-13-12' } })
    expect(answer.statusCode).toBe(202)
    expect(answer.json().issue).toContainEqual(
      expect.objectContaining({ severity: 'warning', expression: ['Patient.birthDate'] }),
    )
    await readAll()
    expect(await visits('F5')).toMatchObject([{ told_birth_as: '2019-13-12' }])
  })

  test.each([
    ['cut short', '{"resourceType":"Bundle","entry":[', 400, 'structure'],
    ['nested without end', '['.repeat(500) + ']'.repeat(500), 400, 'structure'],
    ['no bundle', '{"resourceType":"Patient"}', 400, 'structure'],
    [
      'of an event that nobody reads',
      JSON.stringify(bundle({ event: 'pds-birth-notification-1' })),
      422,
      'not-supported',
    ],
    [
      'without an encounter',
      JSON.stringify({ ...bundle(), entry: bundle().entry.toSpliced(1, 1) }),
      422,
      'required',
    ],
    [
      'without a patient',
      JSON.stringify({ ...bundle(), entry: bundle().entry.toSpliced(2, 1) }),
      422,
      'required',
    ],
    [
      'with a patient of nobody',
      JSON.stringify(bundle({ patient: { identifier: [], name: [], birthDate: undefined } })),
      422,
      'required',
    ],
    ['with a status that is none', JSON.stringify(bundle({ status: 'here' })), 422, 'invalid'],
    ['for another organisation', JSON.stringify(bundle({ sender: 'RXX99' })), 403, 'forbidden'],
  ])('%s is refused with an OperationOutcome', async (_what, body, status, code) => {
    const answer = await post('/fhir/R4/$process-message', body)
    expect([answer.statusCode, answer.json().resourceType, answer.json().issue[0].code]).toEqual([
      status,
      'OperationOutcome',
      code,
    ])
    expect(answer.body).not.toContain('Otterly')
  })

  test('that was refused is kept too', async () => {
    const kept = await record.as(
      serviceActor('listener'),
      async work =>
        (
          await sql<{
            fault: string
          }>`select distinct fault from app.message_in where channel = 'fhir' and fault is not null order by fault`.execute(
            work.db(),
          )
        ).rows,
    )
    expect(kept.map(({ fault }) => fault)).toContain('event_not_used')
    expect(kept.map(({ fault }) => fault)).toContain('not_json')
  })

  test('as a transaction creates its visit once, entry by entry', async () => {
    const creating = { ...bundle({ visit: 'T1' }), type: 'transaction' }
    const whole = {
      ...creating,
      entry: creating.entry
        .slice(1)
        .map(entry => ({ ...entry, request: { method: 'POST', url: entry.resource.resourceType } })),
    }
    whole.entry[0] = {
      ...whole.entry[0],
      resource: {
        ...whole.entry[0]?.resource,
        serviceProvider: {
          identifier: { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: 'RZZ99' },
        },
      },
    } as never
    const answer = await post('/fhir/R4', JSON.stringify(whole))
    expect([answer.statusCode, answer.json().type, answer.json().entry.length]).toEqual([
      200,
      'transaction-response',
      4,
    ])
    await readAll()
    expect(await visits('T1')).toMatchObject([{ status: 'here', notices: 1 }])
    expect((await post('/fhir/R4/$process-message', JSON.stringify(whole))).statusCode).toBe(400)
  })
})

describe('a call', () => {
  const open = { method: 'POST', url: '/fhir/R4/$process-message', payload: '{}' } as const
  const type = { 'content-type': 'application/fhir+json' }

  test('without a token, or with one that is nobody’s, is told where to get one', async () => {
    for (const headers of [
      type,
      { ...type, authorization: `Bearer ${'x'.repeat(43)}` },
      { ...type, authorization: 'Basic eDp5' },
    ]) {
      const answer = await server.inject({ ...open, headers })
      expect([answer.statusCode, answer.headers['www-authenticate'], answer.json().issue[0].code]).toEqual([
        401,
        'Bearer',
        'login',
      ])
    }
  })

  test('with a token that has expired is refused', async () => {
    const token = await engine.token()
    await record.as(serviceActor('listener'), async work => {
      await sql`delete from app.system_token`.execute(work.db())
    })
    const answer = await server.inject({ ...open, headers: { ...type, authorization: `Bearer ${token}` } })
    expect(answer.statusCode).toBe(401)
  })

  test('without the scope is refused', async () => {
    const reader = await partnerSystem(record, server, { scopes: ['plan-status.read'] })
    const answer = await server.inject({
      ...open,
      headers: { ...type, authorization: `Bearer ${await reader.token()}` },
    })
    expect([answer.statusCode, answer.json().issue[0].code]).toEqual([403, 'forbidden'])
  })

  test('that is too large, or of another type, is refused', async () => {
    const large = await post('/fhir/R4/$process-message', Buffer.alloc(1_100_000, ' '))
    expect([large.statusCode, large.json().issue[0].code]).toEqual([413, 'too-long'])
    const xml = await post('/fhir/R4/$process-message', '<Bundle/>', {
      'content-type': 'application/fhir+xml',
    })
    expect([xml.statusCode, xml.json().issue[0].code]).toEqual([415, 'not-supported'])
  })

  test('among too many is asked to wait', async () => {
    const busy = await testServer(database, [healthModule], {
      authorities: new Map([['localhost', testAuthority(database, { sealer })]]),
      limits: { perSystem: 2 },
    })
    const ask = () => busy.inject({ url: '/fhir/R4/metadata' })
    await ask()
    await ask()
    const answer = await ask()
    expect([answer.statusCode, answer.headers['retry-after'], answer.json().issue[0].code]).toEqual([
      429,
      '60',
      'throttled',
    ])
  })

  test('for what the door can do needs no token', async () => {
    const answer = await server.inject({ url: '/fhir/R4/metadata' })
    expect([answer.statusCode, answer.json().fhirVersion]).toEqual([200, '4.0.1'])
  })
})
