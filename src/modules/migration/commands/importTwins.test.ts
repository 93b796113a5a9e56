import pg from 'pg'
import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { census, child, episode } from '../census/testing/censusXml.ts'
import { importing } from '../testing/importing.ts'

const record = await testRecord(8)
const { query, counts, run } = importing(record, pg.Client)
// So that no run has to make one, and say so.
await record.makers.team({ kind: 'duty' })

const said = (id: string) =>
  query<{ severity: string; problem: string }>(
    `select f.severity, f.problem from record.import_finding f join record.person_identifier i using (person_id)
     where i.value = $1 and f.element like '%UPN'`,
    [id],
  )

test('of two children with one pupil number the later in the file is doubted, however many at once', async () => {
  const file = census([
    child({ LAchildID: 'TWIN1', UPN: 'H801200001001' }),
    child({ LAchildID: 'TWIN2', UPN: 'H801200001001' }),
  ])
  const first = await run(file, { batch: 1, atOnce: 4 })
  expect((await said('TWIN1')).map(({ problem }) => problem)).not.toContainEqual(
    expect.stringMatching(/^Another child/),
  )
  expect((await said('TWIN2')).map(({ problem }) => problem)).toContainEqual(
    expect.stringMatching(/^Another child/),
  )
  const before = await counts()
  const second = await run(file, { batch: 25 })
  expect(second.json.findings).toEqual({ ...first.json.findings, new: 0 })
  expect(await counts()).toEqual(before)
})

test('the same in one batch', async () => {
  await run(
    census([
      child({ LAchildID: 'BATCH1', UPN: 'A123456789123' }),
      child({ LAchildID: 'BATCH2', UPN: 'A123456789123' }),
    ]),
  )
  expect(await said('BATCH2')).toContainEqual({
    severity: 'doubted',
    problem: expect.stringMatching(/^Another child/),
  })
})

test('that a restricted child holds the number is not said, even of a child in the same batch', async () => {
  const file = [child({ LAchildID: 'SEALED1', UPN: 'T801200001002' })]
  await run(census(file))
  const [row] = await query<{ person_id: string }>(
    `select person_id from record.person_identifier where value = 'SEALED1'`,
  )
  await record.makers.restriction({
    subjectId: row?.person_id as Parameters<typeof record.makers.restriction>[0]['subjectId'],
    members: [(await record.makers.worker()).id],
  })
  await run(census([...file, child({ LAchildID: 'SEALED2', UPN: 'T801200001002' })]), { batch: 2 })
  expect((await said('SEALED2')).map(({ problem }) => problem)).not.toContainEqual(
    expect.stringMatching(/^Another child/),
  )
  const matches = await query('select count(*)::int from access.restricted_match where subject_id = $1', [
    row?.person_id,
  ])
  expect(matches).toEqual([{ count: 2 }]) // once for each child that met them
})

const dated = (id: string, day: string, changes: Parameters<typeof child>[0] = {}) =>
  child(
    { LAchildID: id, UPN: undefined, UPNunknown: 'UN1', ...changes },
    { CINdetails: [episode({ CINreferralDate: day })] },
  )
const referrals = (id: string) =>
  query(
    `select r.received_on::text as on, p.sex from record.referral r join record.person p on p.id = r.person_id
     join record.person_identifier i on i.person_id = p.id where i.value = $1 order by 1`,
    [id],
  )

test('a child who stands in two places of a file is put together; of what differs the first is taken', async () => {
  const file = census([
    dated('PARTS1', '2025-06-02', { Sex: 'F' }),
    dated('ALONE1', '2025-06-02'),
    dated('parts1', '2025-07-01', { Sex: 'M' }),
  ])
  const first = await run(file)
  expect(first.json.children).toMatchObject({ read: 2, new: 2, refused: 0 })
  expect(await referrals('PARTS1')).toEqual([
    { on: '2025-06-02', sex: 'F' },
    { on: '2025-07-01', sex: 'F' },
  ])
  const [finding] = await query(
    `select element, raw, problem from record.import_finding where severity = 'contradicted'`,
  )
  expect(finding).toMatchObject({ element: expect.stringMatching(/^Child\[2\].*Sex$/), raw: 'M' })
  const before = await counts()
  const second = await run(file, { batch: 1 })
  expect(second.json.findings).toEqual({ ...first.json.findings, new: 0 })
  expect(await counts()).toEqual(before)
})

test('another child under the same id is refused, and the first is taken', async () => {
  const file = census([
    dated('SHARED1', '2025-06-02', { UPN: 'H801200001001', UPNunknown: undefined }),
    dated('SHARED1', '2025-07-01', {
      UPN: 'A123456789123',
      UPNunknown: undefined,
      PersonBirthDate: '2012-01-01',
    }),
  ])
  const { json } = await run(file)
  expect(json.children).toMatchObject({ new: 1, refused: 1 })
  expect(await referrals('SHARED1')).toMatchObject([{ on: '2025-06-02' }])
})

test('children too far apart to be put together are refused the second time', async () => {
  const many = Array.from({ length: 202 }, (_, index) => dated(`FAR${index}`, '2025-06-02'))
  const again = [dated('FAR0', '2025-07-01'), ...many.slice(1)]
  const { json } = await run(census([...many, ...again]), { dryRun: true })
  expect(json.children).toMatchObject({ new: 202, refused: 2 })
})
