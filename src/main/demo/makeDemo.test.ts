import { expect, test } from 'vitest'
import { verifyClocks } from '#modules/casework'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../modules.ts'
import { makeDemo } from './makeDemo.ts'

registerModules()
const record = await testRecord()
const today = Temporal.PlainDate.from('2026-11-22')
const authority = { code: '989', name: 'Northmarsh County Council' }

test('a county is told whole, with its clocks and its access', async () => {
  await makeDemo({ database: record.database, authority, children: 220, seed: 1, today })
  const report = await verifyClocks(record.database)
  expect(report.differing).toEqual([])
  const [row] = await record.as(serviceActor('verifier'), work =>
    work
      .db()
      .selectNoFrom(eb => eb.fn<number>('access.differences').as('rows'))
      .execute(),
  )
  expect(row?.rows).toBe(0)
}, 120_000)
