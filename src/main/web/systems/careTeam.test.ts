import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { testServer } from '#test/server.ts'
import { healthModule } from '../../../modules/health/module.ts'
import { openProtection } from '../../../modules/health/protection-information/testing/openProtection.ts'
import { partnerSystem } from './testing/partnerSystem.ts'

const record = await testRecord()
const server = await testServer(record.database, [healthModule])
const hospital = await partnerSystem(record, server, { scopes: ['plan-status.read'] })
const protection = await openProtection(record)
const [number, other] = ['9434765919', '9434765870']

const { personId, worker } = await protection.planned()
await protection.number(personId, number)
await protection.follow()

const ask = async (query: string, headers: Record<string, string> = { IsUnscheduledAccessEvent: 'false' }) =>
  await server.inject({
    url: `/fhir/R4/CareTeam?${query}`,
    headers: { authorization: `Bearer ${await hospital.token()}`, ...headers },
  })
const by = (value: string) => `patient:identifier=https://fhir.nhs.uk/Id/nhs-number|${value}`
const told = () =>
  record.as(serviceActor('courier'), async work => {
    const { rows } = await sql<{
      kind: string
    }>`select kind from app.notice where worker_id = ${worker.id} and kind = 'opened_at_nhs'`.execute(
      work.db(),
    )
    return rows.length
  })
const looks = () =>
  record.as(serviceActor('verifier'), async work => {
    const { rows } = await sql<{
      subject_ids: string[]
      detail: object
    }>`select subject_ids, detail from audit.entry
      where resource = 'protection_status' and action = 'read' order by id`.execute(work.db())
    return rows
  })

describe('a hospital that asks for a plan', () => {
  test('is told its kind, its days and whom to ring, and no name', async () => {
    const answer = await ask(by(number))
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      resourceType: 'Bundle',
      type: 'searchset',
      total: 1,
      entry: [
        {
          resource: {
            resourceType: 'CareTeam',
            status: 'active',
            category: [{ coding: [{ code: '342191000000101' }] }],
            period: { start: '2026-03-02' },
            name: 'Exampleshire',
          },
        },
      ],
    })
    expect((await looks()).at(-1)).toMatchObject({
      subject_ids: [personId],
      detail: { unscheduled: false, found: 1 },
    })
    expect(await told()).toBe(0)
  })

  test('in unscheduled care has it stand in the record, and told to who works with the child', async () => {
    expect((await ask(by(number), { IsUnscheduledAccessEvent: 'true' })).statusCode).toBe(200)
    expect(await told()).toBe(1)
    const kept = await protection.rows(
      sql<{ organisation: string }>`select organisation from protection_access where person_id = ${personId}`,
    )
    expect(kept).toHaveLength(1)
  })

  test('of a number that no plan goes by is told of none, and the look is kept', async () => {
    const before = (await looks()).length
    expect((await ask(by(other))).json()).toMatchObject({ total: 0, entry: [] })
    expect(await looks()).toHaveLength(before + 1)
  })

  test.each([
    ['without saying whether it is unscheduled', by(number), {}, 'PRECONDITION_FAILED'],
    [
      'by a number that fails its check',
      by('9434765918'),
      { IsUnscheduledAccessEvent: 'true' },
      'INVALID_SEARCH_DATA',
    ],
    ['by a name', 'patient.name=Otterly', { IsUnscheduledAccessEvent: 'true' }, 'INVALID_SEARCH_DATA'],
  ])('%s is refused', async (_what, query, headers, code) => {
    const answer = await ask(query, headers as Record<string, string>)
    expect([answer.statusCode, answer.json().issue[0].details.coding[0].code]).toEqual([400, code])
  })

  test('is told nothing of a child whom a named list keeps', async () => {
    await record.makers.restriction({ subjectId: personId })
    expect((await ask(by(number))).json()).toMatchObject({ total: 0 })
  })
})
