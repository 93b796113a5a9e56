import { describe, expect, it } from 'vitest'
import { census, child, episode, withEpisodes, type XmlNode } from '../testing/censusXml.ts'
import { readAll } from '../testing/readAll.ts'
import { checkChild } from './checkChild.ts'
import { childRules } from './childRules.ts'

const unborn = { UPN: undefined, PersonBirthDate: undefined, ExpectedPersonBirthDate: '2026-06-01', Sex: 'U' }
const closed = { CINclosureDate: '2025-12-01', ReasonForClosure: 'RC7' }
const only = (changes: XmlNode) => withEpisodes(episode(changes))
const assessment = (start: string, end?: string, ...factors: readonly string[]): XmlNode => ({
  AssessmentActualStartDate: start,
  AssessmentAuthorisationDate: end,
  FactorsIdentifiedAtAssessment: factors.length === 0 ? undefined : { AssessmentFactors: factors },
})
const assessed = assessment('2025-06-03', '2025-07-01', '3A')
const assessments = (...all: readonly XmlNode[]) => only({ Assessments: all })
const cinPlan = (start: string | undefined, end?: string) => ({
  CINPlanStartDate: start,
  CINPlanEndDate: end,
})
const cinPlans = (...all: readonly XmlNode[]) => only({ CINPlanDates: all })
const enquiry = (start: string | undefined, icpc?: string, changes: XmlNode = {}): XmlNode => ({
  S47ActualStartDate: start,
  DateOfInitialCPC: icpc,
  ICPCnotRequired: '0',
  ...changes,
})
const enquiries = (...all: readonly XmlNode[]) => only({ Assessments: assessed, Section47: all })
const cpPlan = (start: string | undefined, end?: string, changes: XmlNode = {}): XmlNode => ({
  CPPstartDate: start,
  CPPendDate: end,
  InitialCategoryOfAbuse: 'NEG',
  LatestCategoryOfAbuse: 'EMO',
  NumberOfPreviousCPP: '0',
  ...changes,
})
const reviewed = (...dates: readonly string[]) => ({ Reviews: { CPPreviewDate: dates } })
const onPlan = (...plans: readonly XmlNode[]) =>
  only({ DateOfInitialCPC: '2025-07-01', ChildProtectionPlans: plans })
const both = (cin: XmlNode, cp: XmlNode) => only({ CINPlanDates: cin, ChildProtectionPlans: cp })
const pre = (changes: XmlNode) => only({ PreProceedingsandFGDM: { PPStartDate: '2026-09-01', ...changes } })
const disabled = (...codes: readonly string[]) =>
  child({}, { ChildCharacteristics: { Ethnicity: 'WBRI', Disabilities: { Disability: codes } } })
const died = (deathOn: string, changes: XmlNode) =>
  child({ PersonDeathDate: deathOn }, { CINdetails: episode(changes) })
const nfa = (changes: XmlNode) => only({ ReferralNFA: '1', ...changes })

/** For each rule a child that breaks it, and one as near to that as may be that keeps it. */
const cases: Readonly<Record<string, readonly [breaks: XmlNode, keeps: XmlNode, censusYear?: number]>> = {
  1570: [child({ LAchildID: 'A'.repeat(21) }), child({ LAchildID: 'A'.repeat(20) })],
  1580: [child({ LAchildID: 'A-1' }), child({ LAchildID: 'A1' })],
  4180: [child({ Sex: '1' }), child({ Sex: 'U' })],
  8500: [child({ LAchildID: '' }), child()],
  8520: [child({ PersonBirthDate: '2026-04-01' }), child({ PersonBirthDate: '2026-03-31' })],
  '8525Q': [child({ ExpectedPersonBirthDate: '2015-06-01' }), child(unborn)],
  '8530Q': [
    child({ ...unborn, ExpectedPersonBirthDate: '2027-01-01' }),
    child({ ...unborn, ExpectedPersonBirthDate: '2026-12-31' }),
  ],
  '8535Q': [child({ PersonDeathDate: '2015-05-31' }), child({ PersonDeathDate: '2015-06-01' })],
  '8545Q': [child({ PersonDeathDate: '2025-03-31' }), child({ PersonDeathDate: '2025-04-01' })],
  8590: [child({}, { CINdetails: undefined }), child()],
  8750: [child({ ...unborn, Sex: 'F' }), child(unborn)],
  '8775Q': [child({ PersonBirthDate: '2001-03-30' }), child({ PersonBirthDate: '2001-03-31' })],
  1510: [child({ UPN: 'A801200001001' }), child()],
  1540: [child({ UPN: 'H80120000X001' }), child()],
  1550: [child({ UPN: 'H80120000100O' }), child({ UPN: 'H80120000100B' })],
  '1560Q': [child({ FormerUPN: 'H80120000' }), child({ FormerUPN: 'H80120000100B' })],
  '8770Q': [
    child({ UPN: undefined, UPNunknown: 'UN1' }),
    child({ UPN: undefined, UPNunknown: 'UN1', PersonBirthDate: '2022-09-01' }),
  ],
  8772: [
    child({ UPN: undefined, UPNunknown: 'UN7' }),
    child({ UPN: undefined, UPNunknown: 'UN7' }, { CINdetails: episode({ ReferralNFA: '1' }) }),
  ],
  4220: [child({}, { ChildCharacteristics: { Disabilities: { Disability: 'NONE' } } }), child()],
  8540: [
    child({}, { ChildCharacteristics: { Ethnicity: 'WBRI' } }),
    child(unborn, { ChildCharacteristics: { Ethnicity: 'WBRI' } }),
  ],
  8790: [disabled('NONE', 'VIS'), disabled('HEAR', 'VIS')],
  8794: [disabled('VIS', 'VIS'), disabled('HEAR', 'VIS')],
  '8555Q': [died('2025-06-01', {}), died('2025-06-02', {})],
  8568: [only({ ReferralNFA: undefined }), only({ ReferralNFA: 'false' })],
  '8569Q': [nfa({ CINreferralDate: '2025-03-28' }), nfa({ CINreferralDate: '2025-03-31' })],
  8600: [only({ CINreferralDate: '2026-04-01' }), only({ CINreferralDate: '2026-03-31' })],
  8606: [child({ PersonBirthDate: '2026-03-10' }), child({ PersonBirthDate: '2026-03-09' })],
  8610: [only({ PrimaryNeedCode: undefined }), nfa({ PrimaryNeedCode: undefined })],
  8650: [only({ PrimaryNeedCode: 'N10' }), only({ PrimaryNeedCode: 'N0' })],
  8866: [
    only({ ReferralSource: undefined }),
    only({ ReferralSource: undefined, CINreferralDate: '2013-03-31' }),
  ],
  2990: [
    only({ ...closed, ReasonForClosure: 'RC8', CINPlanDates: cinPlan('2025-07-01', '2025-08-01') }),
    only({ ...closed, CINPlanDates: cinPlan('2025-07-01', '2025-08-01') }),
  ],
  8565: [
    only({ ...closed, CINPlanDates: cinPlan('2025-07-01', '2025-12-02') }),
    only({ ...closed, CINPlanDates: cinPlan('2025-07-01', '2025-12-01') }),
  ],
  '8585Q': [
    only({ ...closed, ReasonForClosure: 'RC2' }),
    died('2025-12-01', { ...closed, ReasonForClosure: 'RC2' }),
  ],
  8620: [
    only({ ...closed, CINclosureDate: '2026-04-01' }),
    only({ ...closed, CINclosureDate: '2026-03-31' }),
  ],
  8630: [
    only({ ...closed, CINclosureDate: '2025-06-01' }),
    only({ ...closed, CINclosureDate: '2025-06-02' }),
  ],
  8640: [only({ ...closed, ReasonForClosure: 'RC10' }), only(closed)],
  8805: [only({ CINclosureDate: '2025-12-01' }), only(closed)],
  8810: [only({ ReasonForClosure: 'RC7' }), only(closed)],
  '8825Q': [
    only({ ...closed, ReasonForClosure: 'RC9' }),
    only({ ...closed, ReasonForClosure: 'RC9', Assessments: assessed }),
  ],
  8867: [
    only({ ...closed, Assessments: assessment('2025-06-03') }),
    only({ ...closed, Assessments: assessed }),
  ],
  8868: [
    only({ ...closed, Section47: enquiry('2025-06-03') }),
    only({ ...closed, Section47: enquiry('2025-06-03', undefined, { ICPCnotRequired: '1' }) }),
  ],
  4000: [nfa({ CINPlanDates: cinPlan('2025-07-01') }), only({ CINPlanDates: cinPlan('2025-07-01') })],
  8815: [
    withEpisodes(episode(), episode({ CINreferralDate: '2025-07-01' })),
    withEpisodes(episode(), episode({ ReferralNFA: '1' })),
  ],
  8816: [
    withEpisodes(episode(), episode({ CINreferralDate: '2025-07-01', ReferralNFA: '1' })),
    withEpisodes(episode(), episode({ ReferralNFA: '1' })),
  ],
  8820: [
    withEpisodes(episode(closed), episode({ CINreferralDate: '2025-11-30' })),
    withEpisodes(episode(closed), episode({ CINreferralDate: '2025-12-01' })),
  ],
  8831: [nfa({ Assessments: assessed }), only({ Assessments: assessed })],
  8832: [nfa({ ChildProtectionPlans: cpPlan('2025-07-01') }), onPlan(cpPlan('2025-07-01'))],
  1103: [
    assessments(assessment('2025-06-01', '2025-07-01', '3A')),
    assessments(assessment('2025-06-02', '2025-07-01', '3A')),
  ],
  8608: [
    assessments(assessment('2025-06-03', '2025-06-02', '3A')),
    assessments(assessment('2025-06-03', '2025-06-03', '3A')),
  ],
  '8670Q': [assessments(assessment('2026-01-26')), assessments(assessment('2026-01-27'))],
  8696: [
    assessments(assessment('2026-03-01', '2026-04-01', '3A')),
    assessments(assessment('2026-03-01', '2026-03-31', '3A')),
  ],
  8736: [assessments(assessment('2025-03-31')), assessments(assessment('2025-04-01'))],
  '8863Q': [
    assessments(assessed, assessment('2025-06-30', '2025-08-01', '3A')),
    assessments(assessed, assessment('2025-07-01', '2025-08-01', '3A')),
  ],
  8896: [
    assessments(assessment('2026-03-01'), assessment('2026-03-02')),
    assessments(assessed, assessment('2026-03-02')),
  ],
  8614: [assessments(assessment('2026-03-02', undefined, '3A')), assessments(assessment('2026-03-02'))],
  8869: [
    assessments(assessment('2025-06-03', '2025-07-01', '21', '3A')),
    assessments(assessment('2025-06-03', '2025-07-01', '21')),
  ],
  '8873Q': [
    assessments(assessment('2025-06-03', '2025-07-01', '21')),
    only({ ...closed, ReasonForClosure: 'RC8', Assessments: assessment('2025-06-03', '2025-07-01', '21') }),
  ],
  '8897Q': [assessments(assessment('2025-06-03', '2025-07-01')), assessments(assessment('2026-03-02'))],
  8898: [
    assessments(assessment('2025-06-03', '2025-07-01', '3A', '3A')),
    assessments(assessment('2025-06-03', '2025-07-01', '3A', '3B')),
  ],
  '8945Q': [
    assessments(assessment('2025-06-03', '2025-07-01', '18A')),
    assessments(assessment('2025-06-03', '2025-07-01', '18B')),
  ],
  '8950Q': [
    assessments(assessment('2025-06-03', '2025-07-01', '19A')),
    assessments(assessment('2025-06-03', '2025-07-01', '19C')),
  ],
  4004: [
    cinPlans(cinPlan('2025-07-01'), cinPlan('2025-08-01')),
    cinPlans(cinPlan('2025-07-01', '2025-08-01'), cinPlan('2025-08-01')),
  ],
  4008: [
    died('2025-07-01', { CINPlanDates: cinPlan('2025-07-02') }),
    died('2025-07-01', { CINPlanDates: cinPlan('2025-07-01') }),
  ],
  '4009Q': [
    died('2025-07-05', { CINPlanDates: cinPlan('2025-07-01', '2025-07-06') }),
    died('2025-07-05', { CINPlanDates: cinPlan('2025-07-01', '2025-07-05') }),
  ],
  4010: [cinPlans(cinPlan(undefined, '2025-08-01')), cinPlans(cinPlan('2026-03-31'))],
  4011: [cinPlans(cinPlan('2025-07-02', '2025-07-01')), cinPlans(cinPlan('2025-07-01', '2025-07-02'))],
  '4012Q': [cinPlans(cinPlan('2025-07-01', '2025-07-01')), cinPlans(cinPlan('2025-07-01', '2025-07-02'))],
  4013: [cinPlans(cinPlan('2025-07-01', '2026-04-01')), cinPlans(cinPlan('2025-07-01', '2026-03-31'))],
  4014: [
    cinPlans(cinPlan('2025-07-01', '2025-08-02'), cinPlan('2025-08-01')),
    cinPlans(cinPlan('2025-07-01', '2025-08-01'), cinPlan('2025-08-01')),
  ],
  4015: [cinPlans(cinPlan('2025-06-01')), cinPlans(cinPlan('2025-06-02'))],
  4001: [
    both(cinPlan('2025-07-01'), cpPlan('2025-07-01')),
    both(cinPlan('2025-06-02', '2025-07-01'), cpPlan('2025-07-01')),
  ],
  4003: [
    both(cinPlan('2025-09-01'), cpPlan('2025-07-01', '2025-10-01', reviewed('2025-08-01', '2025-09-15'))),
    both(cinPlan('2025-09-01'), cpPlan('2025-07-01', '2025-09-01', reviewed('2025-08-01', '2025-09-01'))),
  ],
  4016: [
    both(cinPlan('2025-08-31'), cpPlan('2025-07-01', '2025-09-01')),
    both(cinPlan('2025-09-01'), cpPlan('2025-07-01', '2025-09-01')),
  ],
  4017: [
    both(cinPlan('2025-06-02', '2025-07-02'), cpPlan('2025-07-01')),
    both(cinPlan('2025-06-02', '2025-07-01'), cpPlan('2025-07-01')),
  ],
  1104: [enquiries(enquiry('2025-06-01', '2025-06-01')), enquiries(enquiry('2025-06-02', '2025-06-02'))],
  2884: [
    only({ DateOfInitialCPC: '2025-07-01', Section47: enquiry('2025-06-03', '2025-07-01') }),
    enquiries(enquiry('2025-06-03', '2025-07-01')),
  ],
  2889: [enquiries(enquiry('2025-06-01', '2025-07-01')), enquiries(enquiry('2025-06-02', '2025-07-01'))],
  '2991Q': [
    only({ Section47: enquiry('2025-06-03', '2025-07-01') }),
    enquiries(enquiry('2025-06-03', '2025-07-01')),
  ],
  8615: [enquiries(enquiry('2025-07-02', '2025-07-01')), enquiries(enquiry('2025-07-01', '2025-07-01'))],
  '8675Q': [enquiries(enquiry('2026-03-09')), enquiries(enquiry('2026-03-10'))],
  8715: [enquiries(enquiry('2026-03-20', '2026-04-01')), enquiries(enquiry('2026-03-20', '2026-03-31'))],
  8740: [enquiries(enquiry('2025-03-31')), enquiries(enquiry('2025-04-01'))],
  8839: [
    enquiries(enquiry('2026-03-20'), enquiry('2026-03-23')),
    enquiries(enquiry('2026-03-20', undefined, { ICPCnotRequired: '1' }), enquiry('2026-03-23')),
  ],
  '8870Q': [
    enquiries(enquiry('2026-03-20', undefined, { InitialCPCtarget: '2026-04-11' })),
    enquiries(enquiry('2026-03-20', undefined, { InitialCPCtarget: '2026-04-10' })),
  ],
  8875: [enquiries(enquiry('2025-06-03', '2025-06-28')), enquiries(enquiry('2025-06-03', '2025-06-27'))],
  8890: [
    enquiries(enquiry('2025-06-03', '2025-06-27'), enquiry('2025-06-27')),
    enquiries(enquiry('2025-06-03', '2025-06-27'), enquiry('2025-06-28')),
  ],
  1105: [onPlan(cpPlan('2025-06-01')), onPlan(cpPlan('2025-06-02'))],
  2885: [onPlan(cpPlan('2025-07-02')), onPlan(cpPlan('2025-07-01'))],
  8720: [onPlan(cpPlan(undefined)), onPlan(cpPlan('2026-03-31'))],
  8840: [onPlan(cpPlan('2025-07-01', '2025-07-01')), onPlan(cpPlan('2025-07-01', '2025-07-02'))],
  8915: [
    died('2025-06-30', { ChildProtectionPlans: cpPlan('2025-07-01') }),
    died('2025-07-01', { ChildProtectionPlans: cpPlan('2025-07-01') }),
  ],
  8920: [
    died('2025-07-05', { ChildProtectionPlans: cpPlan('2025-07-01', '2025-07-06') }),
    died('2025-07-05', { ChildProtectionPlans: cpPlan('2025-07-01', '2025-07-05') }),
  ],
  8925: [onPlan(cpPlan('2025-07-01', '2025-06-30')), onPlan(cpPlan('2025-07-01', '2025-07-02'))],
  8930: [onPlan(cpPlan('2025-07-01', '2026-04-01')), onPlan(cpPlan('2025-07-01', '2026-03-31'))],
  8935: [
    onPlan(cpPlan('2025-07-01'), cpPlan('2025-08-01')),
    onPlan(cpPlan('2025-07-01', '2025-08-01'), cpPlan('2025-08-01')),
  ],
  8940: [
    onPlan(cpPlan('2025-07-01', '2025-08-02'), cpPlan('2025-08-01')),
    onPlan(cpPlan('2025-07-01', '2025-08-01'), cpPlan('2025-08-01')),
  ],
  8730: [
    onPlan(cpPlan('2025-07-01', undefined, { NumberOfPreviousCPP: '-1' })),
    onPlan(cpPlan('2025-07-01')),
  ],
  8841: [
    onPlan(cpPlan('2025-07-01', undefined, reviewed('2025-09-01', '2025-07-01'))),
    onPlan(cpPlan('2025-07-01', undefined, reviewed('2025-09-01'))),
  ],
  '8842Q': [onPlan(cpPlan('2025-07-01', undefined, { Reviews: '' })), onPlan(cpPlan('2025-07-01'))],
  8905: [
    onPlan(cpPlan('2025-07-01', undefined, { InitialCategoryOfAbuse: 'BAD' })),
    onPlan(cpPlan('2025-07-01')),
  ],
  8910: [
    onPlan(cpPlan('2025-07-01', undefined, { LatestCategoryOfAbuse: undefined })),
    onPlan(cpPlan('2025-07-01')),
  ],
  9005: [pre({ PPStartDate: '2026-03-31' }), pre({ PPStartDate: '2026-04-01' }), 2027],
  9006: [pre({ LBPSentDate: '2026-08-31' }), pre({ LBPSentDate: '2026-09-01' }), 2027],
  9007: [pre({ LBPSentDate: '2026-09-01' }), pre({ LBPSentDate: '2026-09-01', FGDMMeetingOffer: '0' }), 2027],
  9008: [pre({ InitialPPMeetingDate: '2027-04-01' }), pre({ InitialPPMeetingDate: '2027-03-31' }), 2027],
  9009: [pre({ StepDecisionDate: '2026-08-31' }), pre({ StepDecisionDate: '2026-09-01' }), 2027],
  '9010Q': [pre({ FGDMMeetingOffer: '1' }), pre({ FGDMMeetingOffer: '0' }), 2027],
  9011: [pre({ PPOutcome: 'D' }), pre({ PPOutcome: 'C' }), 2027],
  9012: [
    pre({ StepDecisionDate: '2026-10-01', CourtAppDate: '2026-09-30' }),
    pre({ StepDecisionDate: '2026-10-01', CourtAppDate: '2026-10-01' }),
    2027,
  ],
  9013: [
    pre({ CourtAppDate: '2026-10-01', LetterInitCPDate: '2026-09-30' }),
    pre({ CourtAppDate: '2026-10-01', LetterInitCPDate: '2026-10-01' }),
    2027,
  ],
  '9015Q': [
    pre({ InitialPPMeetingDate: '2026-10-01' }),
    pre({ InitialPPMeetingDate: '2026-10-01', ReviewMeetingsCount: '0' }),
    2027,
  ],
}

async function broken(one: XmlNode, censusYear = 2026): Promise<readonly string[]> {
  const { children, error } = await readAll(census([one]))
  if (error || !children[0]) throw error ?? new Error('no child')
  const asAt = Temporal.PlainDate.from({ year: censusYear, month: 3, day: 31 })
  return checkChild(children[0], { asAt, censusYear }).map(({ code }) => code)
}

describe('the rules about one child', () => {
  it('find nothing wrong with a sound child', async () => {
    expect(await broken(child())).toEqual([])
  })

  it.each(Object.entries(cases))(
    '%s is broken by the one child and kept by the other',
    async (code, [breaks, keeps, year]) => {
      expect(await broken(breaks, year)).toContain(code)
      expect(await broken(keeps, year)).not.toContain(code)
    },
  )

  it('each have a code of their own and a case here', () => {
    const codes = childRules.map(({ code }) => code)
    expect([...new Set(codes)].sort()).toEqual(Object.keys(cases).sort())
    expect(codes).toHaveLength(new Set(codes).size)
  })

  it('are queries exactly when their code ends in Q', () => {
    for (const { code, severity } of childRules)
      expect([code, severity]).toEqual([code, code.endsWith('Q') ? 'query' : 'error'])
  })

  it('stand only from the census that brought them', async () => {
    expect(await broken(child({ LAchildID: 'A-1' }), 2024)).not.toContain('1580')
    expect(await broken(pre({ PPOutcome: 'D' }), 2026)).not.toContain('9011')
  })
})
