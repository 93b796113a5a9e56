import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { serviceActor } from '#platform/db'
import { testRecord } from '#test/record.ts'
import { registerModules } from '../../modules.ts'
import { makeDemo } from '../makeDemo.ts'

registerModules()
const record = await testRecord()
const today = Temporal.PlainDate.from('2026-11-22')
const authority = { code: '989', name: 'Northmarsh County Council' }
const ask = <Row>(query: ReturnType<typeof sql<Row>>) =>
  record.as(serviceActor('verifier'), async work => (await query.execute(work.db())).rows)

beforeAll(async () => {
  await makeDemo({ database: record.database, authority, children: 200, seed: 5, today })
}, 120_000)

test('the county has sent two files, answered with a mix, and one plan refused is not live at the NHS', async () => {
  const files = await ask(sql`select sequence, answer_code from record.protection_file order by sequence`)
  expect(files).toEqual([
    { sequence: 1, answer_code: 'CPF03' },
    { sequence: 2, answer_code: 'CPF02' },
  ])
  const codes = await ask(
    sql`select answer_code, count(*)::int as n from record.protection_file_record group by 1 order by 1`,
  )
  expect(codes).toEqual([
    { answer_code: 'CPR01', n: 1 },
    { answer_code: 'CPR03', n: 1 },
    { answer_code: 'CPR06', n: expect.any(Number) },
    { answer_code: 'CPR07', n: 1 },
  ])
  const notLive = await ask(sql<{ name: string | null }>`
    select w.display_name as name from record.protection_work p join record.allocation a on a.person_id = p.person_id and a.ended_on is null
    join record.worker w on w.id = a.worker_id where p.code = 'CPR03' and p.closed_at is null`)
  expect(notLive).toContainEqual({ name: 'Rowan Ashbrigg' })
  const numbers = await ask(sql<{
    n: number
  }>`select count(*)::int as n from record.protection_status s where s.deleted_at is null and s.ended_on is null
    and not exists (select from record.protection_file_record r where r.status_id = s.id and r.answer_code = 'CPR06') and s.nhs_number is not null`)
  expect(numbers).toEqual([{ n: 1 }])
})

test('one child’s record was opened on the evening of a visit', async () => {
  const seen = await ask(
    sql<{ joined: boolean }>`select attendance_id is not null as joined from record.protection_access`,
  )
  expect(seen).toEqual([{ joined: true }])
  const { rows } = await record.as(serviceActor('courier'), work =>
    sql`select distinct w.display_name as name from app.notice n join record.worker w on w.id = n.worker_id where n.kind = 'opened_at_nhs'`.execute(
      work.db(),
    ),
  )
  expect(rows).toContainEqual({ name: 'Rowan Ashbrigg' })
})
