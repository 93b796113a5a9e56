import pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { census, child, episode, type XmlNode } from '../census/testing/censusXml.ts'
import { importing } from '../testing/importing.ts'

const record = await testRecord(8)
const { query, counts, run } = importing(record, pg.Client)

const whole = episode({
  DateOfInitialCPC: undefined,
  Assessments: {
    AssessmentActualStartDate: '2025-06-03',
    AssessmentAuthorisationDate: '2025-07-01',
    FactorsIdentifiedAtAssessment: { AssessmentFactors: ['1A', '3B'] },
  },
  CINPlanDates: { CINPlanStartDate: '2025-07-02', CINPlanEndDate: '2025-08-01' },
  Section47: {
    S47ActualStartDate: '2025-07-28',
    InitialCPCtarget: '2025-08-15',
    DateOfInitialCPC: '2025-08-11',
    ICPCnotRequired: '0',
  },
  ChildProtectionPlans: {
    CPPstartDate: '2025-08-11',
    InitialCategoryOfAbuse: 'NEG',
    LatestCategoryOfAbuse: 'NEG',
    NumberOfPreviousCPP: '0',
    Reviews: { CPPreviewDate: ['2025-11-03', '2026-03-02'] },
  },
})
const one = (id: string, ...episodes: readonly XmlNode[]) =>
  child(
    { LAchildID: id, UPN: undefined, UPNunknown: 'UN1' },
    { CINdetails: episodes.length > 0 ? episodes : [episode()] },
  )

describe('a first file', () => {
  beforeAll(() => run(census([one('FIRST1', whole)])))

  test('stores every fact of the child', async () => {
    const [person] = await query<{ id: string }>(`select p.id, p.sex, p.ethnicity from record.person p
      join record.person_identifier i on i.person_id = p.id where i.value = 'FIRST1'`)
    expect(person).toMatchObject({ sex: 'F', ethnicity: 'WBRI' })
    const [facts] = await query(`select
      (select count(*)::int from record.assessment_factor) as factors, (select count(*)::int from record.cp_review) as reviews,
      (select count(*)::int from record.conference where kind = 'initial' and s47_enquiry_id is not null) as conferences,
      (select count(*)::int from record.cin_plan) as plans, (select count(*)::int from record.clock where outcome = 'late') as late,
      (select count(*)::int from record.clock) as clocks, (select count(*)::int from record.person_disability) as disabilities`)
    expect(facts).toMatchObject({ factors: 2, reviews: 2, conferences: 1, plans: 1, disabilities: 1 })
  })
})

test('a second reading of the same file changes nothing', async () => {
  const odd = episode({ PrimaryNeedCode: 'N99', CINclosureDate: '2020-01-01', Nickname: 'Snail' })
  const file = census([one('SAME1', whole), one('SAME2', odd), '<ChildIdentifiers/>'])
  const first = await run(file)
  const before = await counts()
  const second = await run(file)
  expect(await counts()).toEqual(before)
  expect(first.json.children).toEqual({ read: 3, new: 2, changed: 0, unchanged: 0, refused: 1 })
  expect(second.json.children).toEqual({ read: 3, new: 0, changed: 0, unchanged: 2, refused: 1 })
  expect(second.json.total.stored).toBe(0)
  expect(second.json.total.alreadyHeld).toBe(first.json.total.stored)
  expect(second.json.findings).toEqual({ ...first.json.findings, new: 0 })
})

describe('a bad value', () => {
  beforeAll(() =>
    run(
      census([
        one('BAD1', episode({ PrimaryNeedCode: 'N99', CINclosureDate: '2020-01-01', Nickname: 'Snail' })),
      ]),
    ),
  )
  const said = (element: string) =>
    query(
      `select f.raw, f.kept, f.severity, f.rule, f.line is not null as has_line from record.import_finding f
       join record.person_identifier i on i.person_id = f.person_id
       where i.value = 'BAD1' and f.element = $1 order by f.severity desc, f.rule`,
      [`CINdetails[1]/${element}`],
    )

  test('is refused with its raw text, and the rest of the child is there', async () => {
    expect(await said('PrimaryNeedCode')).toEqual([
      { raw: 'N99', kept: null, severity: 'refused', rule: '8650', has_line: true },
    ])
    const [row] = await query(`select primary_need, closed_on, source from record.referral r
      join record.person_identifier i using (person_id) where i.value = 'BAD1'`)
    expect(row).toEqual({ primary_need: null, closed_on: null, source: '1A' })
  })

  test('that breaks a rule of the record is refused beside the rule of the Department', async () => {
    const found = await said('CINclosureDate')
    expect(found.map(({ severity, rule }) => [severity, rule])).toEqual([
      ['refused', null],
      ['doubted', '8620'],
      ['doubted', '8630'],
    ])
  })

  test('of an element that the census does not know is kept apart from the codes', async () => {
    expect(await said('Nickname')).toMatchObject([{ raw: null, kept: 'Snail', severity: 'information' }])
  })
})

test('an episode without a referral date is refused, and the child with its other episode is kept', async () => {
  const { json } = await run(census([one('NODATE1', episode({ CINreferralDate: 'soon' }), episode())]))
  expect(json.children).toMatchObject({ new: 1 })
  const rows = await query(`select 1 from record.referral r join record.person_identifier i using (person_id)
    where i.value = 'NODATE1'`)
  expect(rows).toHaveLength(1)
  expect(json.elements.find(({ name }) => name === 'ReferralSource')).toMatchObject({ stored: 1, refused: 1 })
})

test('a later file adds what was missing; where it contradicts, the stored value stays and both are kept', async () => {
  await run(census([one('LATER1', episode({ PrimaryNeedCode: undefined }))]))
  const closing = { CINclosureDate: '2025-12-01', ReasonForClosure: 'RC1' }
  const { json } = await run(
    census([child({ LAchildID: 'LATER1', Sex: 'M', UPN: undefined }, { CINdetails: episode(closing) })]),
  )
  expect(json.children).toMatchObject({ changed: 1 })
  expect(json.total).toMatchObject({ contradicted: 1 })
  const [row] = await query(`select p.sex, r.primary_need, r.closed_on::text, f.problem from record.person p
    join record.referral r on r.person_id = p.id join record.person_identifier i on i.person_id = p.id
    join record.import_finding f on f.person_id = p.id and f.severity = 'contradicted' where i.value = 'LATER1'`)
  expect(row).toMatchObject({ sex: 'F', primary_need: 'N1', closed_on: '2025-12-01' })
  expect(row?.['problem']).toMatch(/holds F.*says M/)
})

test('an id whose holder has another birth and another UPN refuses the child', async () => {
  await run(census([child({ LAchildID: 'REUSED1' })]))
  const other = child({ LAchildID: 'REUSED1', PersonBirthDate: '2010-01-01', UPN: 'A123456789123' })
  const { json } = await run(census([other]))
  expect(json.children).toMatchObject({ read: 1, refused: 1 })
  expect(json.total.stored + json.total.alreadyHeld).toBe(12) // the header and the frame of the file
})

test('a child whom nobody holds stands in the queue, open or closed, and its team sees it at once', async () => {
  const teamId = await record.makers.team({ kind: 'duty' })
  const worker = await record.makers.worker()
  await record.makers.post({ workerId: worker.id, teamId })
  const [team] = await query<{ name: string }>('select name from record.team where id = $1', [teamId])
  const closed = episode({ CINclosureDate: '2025-12-01', ReasonForClosure: 'RC1' })
  await run(census([one('QUEUE1'), one('QUEUE2', closed)]), { dutyTeam: team?.name ?? '' })
  const rows = await query(`select i.value, a.role, a.reason from record.person_identifier i
    left join record.allocation a using (person_id) where i.value like 'QUEUE_' order by 1`)
  expect(rows).toEqual([
    { value: 'QUEUE1', role: 'queue', reason: 'Imported, not allocated' },
    { value: 'QUEUE2', role: 'queue', reason: 'Imported and closed: look through, then end' },
  ])
  const seen = await record.as(worker, async work =>
    work.db<{ person: { id: string } }>().selectFrom('person').select('id').execute(),
  )
  expect(seen).toHaveLength(2)
})

test('a match with a restricted person tells its list, and the report does not tell it from any other', async () => {
  const member = await record.makers.worker()
  const reports = []
  for (const id of ['SECRET1', 'ORDINARY1']) {
    await run(census([one(id)]))
    const [row] = await query<{ person_id: string }>(
      'select person_id from record.person_identifier where value = $1',
      [id],
    )
    if (id === 'SECRET1')
      await record.makers.restriction({
        subjectId: row?.person_id as Parameters<typeof record.makers.restriction>[0]['subjectId'],
        members: [member.id],
      })
    const again = one(id, episode({ PrimaryNeedCode: 'N4' }))
    const { json, text } = await run(census([again]))
    const { file: _, runId, ...rest } = json
    reports.push(JSON.stringify([rest, text.split('\n').slice(3).join('\n')]).replaceAll(id, 'ID'))
  }
  expect(reports[0]).toBe(reports[1])
  const matches = await query('select how, actor_id::text from access.restricted_match')
  expect(matches).toEqual([{ how: 'import', actor_id: '00000000-0000-7000-8000-000000000006' }])
  const notices = await query('select kind from app.notice where worker_id = $1', [member.id])
  expect(notices).toEqual([{ kind: 'restricted_match' }])
})

test('a dry run says the same and leaves nothing', async () => {
  const file = census([one('DRY1', whole), one('DRY2')])
  const before = { ...(await counts()), runs: await query('select count(*) from record.import_run') }
  const dry = await run(file, { dryRun: true })
  expect({ ...(await counts()), runs: await query('select count(*) from record.import_run') }).toEqual(before)
  const real = await run(file)
  expect(dry.json).toEqual({ ...real.json, runId: null, dryRun: true })
})

test('a file cut off keeps the children before the cut, whole', async () => {
  const file = census([one('CUT1', whole), one('CUT2', whole), one('CUT3', whole)])
  const report = await run(file.slice(0, file.indexOf('CUT3') + 200))
  expect(report.isWhole).toBe(false)
  expect(report.json.stopped).toMatchObject({ problem: 'truncated', childrenRead: 2 })
  expect(report.json.children).toMatchObject({ read: 2, new: 2 })
  const [row] = await query(`select count(*)::int from record.cp_review r
    join record.person_identifier i using (person_id) where i.value like 'CUT_'`)
  expect(row).toEqual({ count: 4 })
})

test('stopped between children it leaves whole children, and the next run completes them', async () => {
  const stop = new AbortController()
  const file = census(Array.from({ length: 40 }, (_, index) => one(`STOP${index}`, whole)))
  const first = await run(file, { signal: stop.signal, onStep: done => done >= 3 && stop.abort(), batch: 3 })
  expect(first.isWhole).toBe(false)
  const { read } = first.json.children
  expect(read).toBeGreaterThanOrEqual(3)
  expect(read).toBeLessThan(40)
  const [row] = await query(`select count(distinct i.person_id)::int as people, count(r.id)::int as reviews
    from record.person_identifier i left join record.cp_review r using (person_id) where i.value like 'STOP%'`)
  expect(row).toEqual({ people: read, reviews: 2 * read })
  const second = await run(file)
  expect(second.json.children).toMatchObject({ read: 40, new: 40 - read, unchanged: read })
})

test('the file of another authority is read all the same, and that is said', async () => {
  const report = await run(census([one('OTHER1')]), { authorityCode: '111' })
  expect(report.json.authority).toEqual({ own: '111', ofFile: '999', isOther: true })
  expect(report.text).toContain('The file is of authority 999; this record is of authority 111.')
  expect(report.json.children).toMatchObject({ new: 1 })
})

test('children before the header are stored, and judged by a date that is known', async () => {
  const [head = ''] = /<Header>[\s\S]*<\/Header>/.exec(census([])) ?? []
  const file = census([one('ORDER1')], '').replace('</Message>', `${head}</Message>`)
  const report = await run(file, { asAt: Temporal.PlainDate.from('2025-09-30') })
  expect(report.json.children).toMatchObject({ new: 1 })
  expect(report.json.asAt).toBe('2025-09-30')
})

test('a file over the limit is refused before it is read', async () => {
  await expect(run(census([one('LONG1')]), { limitBytes: 100 })).rejects.toMatchObject({
    code: 'KITH_TOO_LARGE',
  })
})

test('clocks are judged as at the day asked for', async () => {
  const late = episode({
    CINreferralDate: '2025-04-01',
    Assessments: { AssessmentActualStartDate: '2025-04-02' },
  })
  const file = census([one('CLOCK1', late)])
  const early = await run(file, { asAt: Temporal.PlainDate.from('2025-04-30') })
  const atEnd = await run(file)
  const assessment = (report: typeof early) => report.json.clocks.find(({ clock }) => clock === 'ASSESS_45')
  expect(assessment(early)).toMatchObject({ running: 1, overdue: 0 })
  expect(assessment(atEnd)).toMatchObject({ running: 0, overdue: 1 })
})

test('two imports of one file at once make each child once', async () => {
  const file = census(Array.from({ length: 10 }, (_, index) => one(`TWICE${index}`)))
  const both = await Promise.all([run(file), run(file)])
  expect(both.map(({ json }) => json.children.new).reduce((sum, count) => sum + count)).toBe(10)
})
