import pg from 'pg'
import { beforeAll, expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { testRecord } from '#test/record.ts'
import { census, child, episode } from '../census/testing/censusXml.ts'
import { importing } from '../testing/importing.ts'
import { importAllocations } from './importAllocations.ts'

const record = await testRecord(8)
const { write, query, counts, run } = importing(record, pg.Client)
const header = 'la_child_id,worker_email,team,role,start_date'

beforeAll(async () => {
  const open = (id: string) =>
    child({ LAchildID: id, UPN: undefined, UPNunknown: 'UN1' }, { CINdetails: episode() })
  await run(census(['A1', 'A2', 'A3'].map(open)))
  const team = makeUuid()
  await query("insert into record.team (id, name, kind) values ($1, 'Swallows', 'family_safeguarding')", [
    team,
  ])
  for (const [email, left] of [
    ['ada@example.test', null],
    ['gone@example.test', '2020-01-01'],
  ])
    await query('insert into record.worker (id, display_name, email, left_at) values ($1, $2, $3, $4)', [
      makeUuid(),
      'Ada Madeup',
      email,
      left,
    ])
})

const load = (lines: readonly string[], dryRun = false) =>
  importAllocations(record.database, { path: write([header, ...lines].join('\n'), 'csv'), dryRun })

const rolesOf = (id: string) =>
  query(
    `select a.role, a.ended_on is null as is_live from record.allocation a
     join record.person_identifier i using (person_id) where i.value = $1 order by 1`,
    [id],
  )

test('a lead is given, the queue ends, and a second time nothing changes', async () => {
  const lines = ['A1,ADA@example.test,swallows,,2025-06-10']
  expect((await load(lines)).json.lines).toEqual({ read: 1, allocated: 1, alreadyHeld: 0, refused: 0 })
  expect(await rolesOf('A1')).toEqual([
    { role: 'lead_social_worker', is_live: true },
    { role: 'queue', is_live: false },
  ])
  const before = await counts()
  const again = await load(lines)
  expect(again.json.lines).toEqual({ read: 1, allocated: 0, alreadyHeld: 1, refused: 0 })
  expect(await counts()).toEqual(before)
})

test('each line that is wrong is named, and the others are taken', async () => {
  const report = await load([
    'A2,nobody@example.test,Swallows,,2025-06-10',
    'A2,gone@example.test,Swallows,,2025-06-10',
    'ZZ9,ada@example.test,Swallows,,2025-06-10',
    'A2,ada@example.test,Sparrows,,2025-06-10',
    'A2,ada@example.test,Swallows,captain,31/02/2025',
    'A2,ada@example.test,Swallows,co_worker,10/06/2025',
  ])
  expect(report.isWhole).toBe(false)
  expect(report.json.refusals.map(({ line, problem }) => `${line} ${problem}`)).toEqual([
    '2 no worker has this email address or sign-in name',
    '3 the worker has left',
    '4 no child here has this la_child_id: import the census first',
    '5 no team is called "Sparrows"',
    expect.stringMatching(/^6 role "captain" is not one of .*; start_date "31\/02\/2025" is not a day/),
  ])
  expect(await rolesOf('A2')).toEqual([
    { role: 'co_worker', is_live: true },
    { role: 'queue', is_live: true },
  ])
})

test('a dry run leaves nothing', async () => {
  const before = await counts()
  expect((await load(['A3,ada@example.test,Swallows,,2025-06-10'], true)).json.lines.allocated).toBe(1)
  expect(await counts()).toEqual(before)
})

test('a file whose first line names no columns is refused', async () => {
  const path = write('A1,ada@example.test,Swallows', 'csv')
  await expect(importAllocations(record.database, { path, dryRun: false })).rejects.toMatchObject({
    code: 'KITH_USAGE',
  })
})
