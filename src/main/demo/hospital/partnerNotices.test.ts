import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../modules.ts'
import { makeDemo } from '../makeDemo.ts'

registerModules()
const record = await testRecord()
await makeDemo({
  database: record.database,
  authority: { code: '989', name: 'Northmarsh County Council' },
  children: 1,
  seed: 5,
  today: Temporal.PlainDate.from('2026-11-22'),
})

test('the police told the county of the last evening: one notice waits for the school’s lead, two for the front door', async () => {
  const { rows } = await record.as(serviceActor('verifier'), work =>
    sql`select n.kind, array_agg(r.kind order by r.kind) as told from partner_notice n join partner_notice_reader r on r.notice_id = n.id
      where r.read_at is null and n.told is not null group by n.id, n.kind order by n.kind`.execute(
      work.db(),
    ),
  )
  expect(rows).toEqual([
    { kind: 'encompass', told: ['front_door', 'school'] },
    { kind: 'marac', told: ['front_door'] },
    { kind: 'police_notification', told: ['front_door'] },
  ])
})
