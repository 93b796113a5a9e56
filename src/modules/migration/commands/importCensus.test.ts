import { beforeAll, describe, expect, test } from 'vitest'
import { census, child, episode, type XmlNode } from '../census/testing/censusXml.ts'
import { importing } from '../testing/importing.ts'

const place = await importing()
const { query, counts, run } = place

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
  const file = census([
    one('SAME1', whole),
    one('SAME2', episode({ PrimaryNeedCode: 'N99', CINclosureDate: '2020-01-01' })),
  ])
  const first = await run(file)
  const before = await counts()
  const second = await run(file)
  expect(await counts()).toEqual(before)
  expect(first.json.children).toMatchObject({ read: 2, new: 2 })
  expect(second.json.children).toMatchObject({ read: 2, unchanged: 2 })
  expect(second.json.total.stored).toBe(0)
  expect(second.json.total.alreadyHeld).toBe(first.json.total.stored)
  expect(second.json.findings).toEqual({ ...first.json.findings, new: 0 })
})
