import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { replayHl7 } from '#modules/health'
import { openDatabase, serviceActor } from '#platform/db'
import type { Uuid } from '#platform/ids'
import { northmarsh } from '#test/demoCounties.ts'
import { testRecord } from '#test/record.ts'
import { testSealer } from '#test/server.ts'
import { hl7Text } from '../../src/main/demo/hospital/hl7Text.ts'
import { readChildren } from '../../src/main/demo/index.ts'
import { registerModules } from '../../src/main/modules.ts'
import { pretendLarge } from './largeCounty.ts'
import { watchPlans } from './watchPlans.ts'

/** Forty children's county planned as if for twenty thousand. */
const TIMES = 500

registerModules()
const record = await testRecord(4, northmarsh())
const [known] = await record.database.as(serviceActor('storyteller'), 'demo', readChildren)
const large = await pretendLarge(record.superuserUrl, TIMES)
const client = new pg.Client(record.superuserUrl)
await client.connect()
const { rows } = await client.query<{ id: Uuid; facility: string }>(
  'select id, facility from record.health_sender',
)
await client.end()
const plans = await watchPlans(record.superuserUrl, client.database ?? '')
const database = openDatabase(record.serveUrl, record.door, 1)
afterAll(async () => {
  plans.stop()
  await database.close()
})
const sealer = testSealer()

/** A directory, of which each message looks at all that stands. */
const DIRECTORY = 'record.nursing_area'

test('a message of a hospital is kept and read without reading any table whole, of a known child and of a stranger', async () => {
  const [sender] = rows
  if (known === undefined || sender === undefined) throw new Error('The county has a hospital and children')
  const at = Temporal.Now.instant()
  const patients = [known.patient, { ...known.patient, nhsNumber: null, family: 'Nobody' }]
  for (const [number, patient] of patients.entries())
    for (const event of ['A04', 'A08', 'A11'] as const) {
      const visit = { number: `P${number}`, patient, arrivedAt: at, complaint: 'Fever', companion: null }
      const told = { event, controlId: `P${number}-${event}`, at }
      const bytes = Buffer.from(hl7Text(sender.facility, visit, told))
      await database.as(serviceActor('listener'), 'messages', work =>
        replayHl7(work, sealer, sender.id, { bytes, receivedAt: at }),
      )
    }
  const seen = plans.take()
  expect(seen.length).toBeGreaterThan(100)
  expect([...large]).toEqual(
    expect.arrayContaining(['record.attendance', 'search.name_part', 'app.message_in']),
  )
  const whole = seen.flatMap(({ statement, readsWhole }) =>
    readsWhole
      .filter(({ table }) => table !== DIRECTORY && large.has(table))
      .map(one => ({ ...one, statement: statement.slice(0, 200) })),
  )
  expect(whole).toEqual([])
})
