import { describe, expect, it } from 'vitest'
import { valueIn, valuesIn } from './reading/reading.ts'
import { census, child, episode, withEpisodes } from './testing/censusXml.ts'
import { readAll } from './testing/readAll.ts'

const full = withEpisodes(
  episode({
    CINclosureDate: '2026-02-02',
    ReasonForClosure: 'RC7',
    Assessments: {
      AssessmentActualStartDate: '2025-06-03',
      AssessmentInternalReviewDate: '2025-06-10',
      AssessmentAuthorisationDate: '2025-07-01',
      FactorsIdentifiedAtAssessment: { AssessmentFactors: ['3A', '4B'] },
    },
    CINPlanDates: { CINPlanStartDate: '2025-07-01', CINPlanEndDate: '2025-07-09' },
    Section47: {
      S47ActualStartDate: '2025-06-20',
      InitialCPCtarget: '2025-07-11',
      DateOfInitialCPC: '2025-07-10',
      ICPCnotRequired: 'false',
    },
    ChildProtectionPlans: {
      CPPstartDate: '2025-07-10',
      CPPendDate: '2026-02-02',
      InitialCategoryOfAbuse: 'NEG',
      LatestCategoryOfAbuse: 'EMO',
      NumberOfPreviousCPP: '1',
      Reviews: { CPPreviewDate: ['2025-10-01', '2026-02-02'] },
    },
    PreProceedingsandFGDM: {
      PPStartDate: '2025-09-09',
      FGDMMeetingOffer: '1',
      ReviewMeetingsCount: '3',
      PPOutcome: 'A',
    },
  }),
)

const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length
const date = (text: string) => Temporal.PlainDate.from(text)

describe('reading a census', () => {
  it('reads every part of an episode', async () => {
    const { children, findings } = await readAll(census([full]))
    const read = children[0]?.episodes[0]
    expect(findings).toEqual([])
    expect(read && valueIn(read.referral.closedOn)).toEqual(date('2026-02-02'))
    expect(read?.assessments.map(({ factors }) => valuesIn(factors))).toEqual([['3A', '4B']])
    expect(read?.cinPlans.map(({ endedOn }) => valueIn(endedOn))).toEqual([date('2025-07-09')])
    expect(read?.section47s.map(({ icpcNotRequired }) => valueIn(icpcNotRequired))).toEqual([false])
    expect(read?.cpPlans.map(({ reviewsOn }) => valuesIn(reviewsOn))).toEqual([
      [date('2025-10-01'), date('2026-02-02')],
    ])
    expect(read?.preProceedings.map(({ reviewMeetings }) => valueIn(reviewMeetings))).toEqual([3])
  })

  it('counts every element once', async () => {
    const text = census([
      full,
      child({ Wrong: { Inner: 'x' }, PersonDeathDate: '', UPNunknown: 'un9', Sex: 'm' }),
    ])
    const { tally } = await readAll(text)
    const { read, stored, doubted, refused, empty, unknown } = tally.total()
    expect(read).toBe(text.match(/<[A-Za-z]/g)?.length)
    expect(read).toBe(stored + refused + empty + unknown)
    expect({ doubted, refused, empty, unknown }).toEqual({ doubted: 1, refused: 1, empty: 1, unknown: 2 })
  })

  it('says where a value stands', async () => {
    const text = census([child(), child({ LAchildID: 'KITH2', PersonBirthDate: 'soon' })])
    const { findings } = await readAll(text)
    expect(findings).toEqual([
      {
        childId: 'KITH2',
        element: 'ChildIdentifiers/PersonBirthDate',
        line: lineOf(text, 'soon'),
        raw: 'soon',
        problem: 'This is not a date; write it as YYYY-MM-DD.',
        severity: 'refused',
      },
    ])
  })

  it('keeps text that stands outside any element', async () => {
    const text = census([child({ UPNunknown: 'UN3' })]).replace(
      '</UPNunknown>',
      '</UPNunknown>\n\nPersonBirthDate',
    )
    const { children, findings } = await readAll(text)
    expect(children[0]?.leftovers).toEqual([
      { element: 'ChildIdentifiers', line: lineOf(text, '</UPNunknown>') + 2, raw: 'PersonBirthDate' },
    ])
    expect(findings.map(({ severity }) => severity)).toEqual(['information'])
    expect(children[0] && valueIn(children[0].identifiers.birthOn)).toEqual(date('2015-06-01'))
  })

  it('keeps an unknown element with all that it holds', async () => {
    const { children, findings } = await readAll(census([child({ Passport: { Number: 'A&amp;B' } })]))
    expect(children[0]?.leftovers.map(({ raw }) => raw)).toEqual([
      '<Passport><Number>A&amp;B</Number></Passport>',
    ])
    expect(findings[0]?.problem).toBe('Passport is not an element of the census; it was kept as it stands.')
  })

  it('says when an element stands in the wrong place', async () => {
    const { findings } = await readAll(census([child({}, { PersonDeathDate: '2025-05-05' })]))
    expect(findings[0]?.problem).toMatch(/^PersonDeathDate does not belong in Child;/)
  })

  it('takes the first of two birth dates with a doubt and refuses the second', async () => {
    const { children, findings } = await readAll(
      census([child({ PersonBirthDate: ['2015-06-01', '2015-06-02'] })]),
    )
    expect(children[0]?.identifiers.birthOn).toMatchObject({ status: 'doubted', raw: '2015-06-01' })
    expect(findings.map(({ severity, raw }) => [severity, raw])).toEqual([
      ['refused', '2015-06-02'],
      ['doubted', '2015-06-01'],
    ])
  })

  it('passes over a value that is repeated as it was', async () => {
    const { children, findings } = await readAll(census([child({ Sex: ['F', 'F'] })]))
    expect(children[0]?.identifiers.sex.status).toBe('stored')
    expect(findings.map(({ severity }) => severity)).toEqual(['information'])
  })

  it('refuses a value that holds elements', async () => {
    const { children } = await readAll(census([child({ UPN: { Number: 'H801200001001' } })]))
    expect(children[0]?.identifiers.upn.status).toBe('refused')
  })

  it('reads names in any case and with any prefix', async () => {
    const text = census([child()]).replaceAll('LAchildID', 'c:LAChildId').replaceAll('Message', 'c:Message')
    const { children, error } = await readAll(text)
    expect(error).toBeUndefined()
    expect(children[0] && valueIn(children[0].laChildId)).toBe('KITH1')
  })

  it('reads review dates from several groups, or from none', async () => {
    const plan = {
      CPPstartDate: '2025-07-10',
      Reviews: [{ CPPreviewDate: '2025-10-01' }, { CPPreviewDate: '2026-01-05' }],
    }
    const bare = { CPPstartDate: '2025-07-10', CPPreviewDate: ['2025-10-01', '2026-01-05'] }
    const { children } = await readAll(
      census([withEpisodes(episode({ ChildProtectionPlans: [plan, bare] }))]),
    )
    const counts = children[0]?.episodes[0]?.cpPlans.map(({ reviewsOn }) => reviewsOn.length)
    expect(counts).toEqual([2, 2])
  })

  it('reads a child without its groups', async () => {
    const { children, error } = await readAll(census(['']))
    expect(error).toBeUndefined()
    expect(children[0]?.laChildId.status).toBe('absent')
  })
})

describe('sex and gender', () => {
  const sexOf = async (identifiers: Record<string, string | undefined>, year?: string) => {
    const header = year ? { CollectionDetails: { Year: year, ReferenceDate: `${year}-03-31` } } : undefined
    const { children, findings } = await readAll(census([child(identifiers)], header))
    const sex = children[0]?.identifiers.sex
    return [sex?.status, sex && valueIn(sex), findings.map(({ severity }) => severity)]
  }

  it('reads the older element in an older census', async () => {
    expect(await sexOf({ Sex: undefined, GenderCurrent: '2' }, '2023')).toEqual(['stored', 'F', []])
    expect(await sexOf({ Sex: undefined, GenderCurrent: '9' }, '2023')).toEqual(['stored', 'U', []])
  })

  it('reads either element in any census, and says so', async () => {
    expect(await sexOf({ Sex: undefined, GenderCurrent: '1' })).toEqual(['stored', 'M', ['information']])
    expect(await sexOf({ Sex: 'M' }, '2023')).toEqual(['stored', 'M', ['information']])
  })

  it('doubts a code of the other element', async () => {
    expect(await sexOf({ Sex: '1' })).toEqual(['doubted', 'M', ['doubted']])
  })

  it('doubts two elements that disagree', async () => {
    expect(await sexOf({ Sex: 'F', GenderCurrent: '1' })).toEqual([
      'doubted',
      'F',
      ['information', 'doubted'],
    ])
  })
})

describe('codes', () => {
  it.each([
    ['N1', 'stored'],
    [' N1 ', 'stored'],
    ['n1', 'doubted'],
    ['N99', 'refused'],
    ['', 'absent'],
    ['constructor', 'refused'],
  ])('reads %o as %s', async (raw, status) => {
    const { children } = await readAll(census([withEpisodes(episode({ PrimaryNeedCode: raw }))]))
    expect(children[0]?.episodes[0]?.referral.primaryNeed.status).toBe(status)
  })

  it('doubts a code of another census year', async () => {
    const header = { CollectionDetails: { Year: '2022', ReferenceDate: '2022-03-31' } }
    const closed = withEpisodes(episode({ CINclosureDate: '2021-09-01', ReasonForClosure: 'RC9' }))
    const { children } = await readAll(census([closed], header))
    expect(children[0]?.episodes[0]?.referral.closureReason).toMatchObject({
      status: 'doubted',
      value: 'RC9',
    })
  })

  it('knows the rule that a bad code breaks', async () => {
    const { findings } = await readAll(census([withEpisodes(episode({ ReasonForClosure: 'RC77' }))]))
    expect(findings.map(({ rule }) => rule)).toEqual(['8640'])
  })
})
