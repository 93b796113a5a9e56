import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { census, type XmlNode } from '../census/testing/censusXml.ts'
import { importing } from '../testing/importing.ts'

const { counts, run } = importing(await testRecord(8), pg.Client)

const day = fc.constantFrom(
  '2025-06-02',
  '2025-07-01',
  '2025-11-30',
  '01/08/2025',
  '2025-02-30',
  '0000-01-01',
  '2099-01-01',
  '',
)
const flag = fc.constantFrom('0', '1', 'true', 'perhaps', '')
const code = (...codes: readonly string[]) => fc.constantFrom(...codes, 'ZZ', '')
const some = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })

const assessment = fc.record({
  AssessmentActualStartDate: some(day),
  AssessmentAuthorisationDate: some(day),
  FactorsIdentifiedAtAssessment: some(
    fc.record({ AssessmentFactors: fc.array(code('1A', '3B', '21A'), { maxLength: 3 }) }),
  ),
})
const enquiry = fc.record({
  S47ActualStartDate: some(day),
  InitialCPCtarget: some(day),
  DateOfInitialCPC: some(day),
  ICPCnotRequired: some(flag),
})
const plan = fc.record({
  CPPstartDate: some(day),
  CPPendDate: some(day),
  InitialCategoryOfAbuse: some(code('NEG', 'PHY')),
  NumberOfPreviousCPP: some(fc.constantFrom('0', '2', '-1', 'two')),
  Reviews: some(fc.record({ CPPreviewDate: fc.array(day, { maxLength: 3 }) })),
})
const episode = fc.record({
  CINreferralDate: some(day),
  ReferralSource: some(code('1A', '2B')),
  PrimaryNeedCode: some(code('N1', 'N4')),
  CINclosureDate: some(day),
  ReasonForClosure: some(code('RC1', 'RC8')),
  DateOfInitialCPC: some(day),
  ReferralNFA: some(flag),
  Nickname: some(fc.constantFrom('Snail')),
  Assessments: fc.array(assessment, { maxLength: 2 }),
  Section47: fc.array(enquiry, { maxLength: 2 }),
  ChildProtectionPlans: fc.array(plan, { maxLength: 2 }),
  CINPlanDates: fc.array(fc.record({ CINPlanStartDate: some(day), CINPlanEndDate: some(day) }), {
    maxLength: 2,
  }),
})
const child = fc.record({
  ChildIdentifiers: fc.record({
    LAchildID: some(fc.constantFrom('P1', 'p1', 'P2', 'P3', '')),
    UPN: some(fc.constantFrom('H801200001001', 'A123456789123', 'X')),
    PersonBirthDate: some(day),
    ExpectedPersonBirthDate: some(day),
    Sex: some(code('F', 'M')),
    GenderCurrent: some(code('1', '2')),
    PersonDeathDate: some(day),
  }),
  ChildCharacteristics: some(
    fc.record({
      Ethnicity: some(code('WBRI', 'AOTH')),
      Disabilities: some(fc.record({ Disability: fc.array(code('NONE', 'HAND', 'HEAR'), { maxLength: 3 }) })),
    }),
  ),
  CINdetails: fc.array(episode, { maxLength: 3 }),
})

const idOf = ({
  ChildIdentifiers: identifiers,
}: {
  readonly ChildIdentifiers: { readonly LAchildID: unknown }
}) => String(identifiers.LAchildID).toUpperCase()

test('the counts of any file add up, and its second reading stores nothing', async () => {
  // Each child once, as a census has it (rule 8510): two that contradict each other under one id are told apart by order.
  const files = fc.uniqueArray(child, { maxLength: 5, selector: idOf }) as fc.Arbitrary<XmlNode[]> // records of text, arrays and undefined
  await fc.assert(
    fc.asyncProperty(files, async children => {
      const file = census(children)
      const first = await run(file, { atOnce: 1 })
      expect(sumOf(first.json.total)).toBe(first.json.total.read)
      const before = await counts()
      const second = await run(file, { atOnce: 1 })
      expect(second.json.total).toMatchObject({ stored: 0, read: first.json.total.read })
      expect(second.json.children).toMatchObject({ new: 0, changed: 0 })
      expect(await counts()).toEqual(before)
    }),
    { numRuns: 30, endOnFailure: true },
  )
}, 120_000)

const sumOf = (
  total: Record<'stored' | 'alreadyHeld' | 'contradicted' | 'refused' | 'empty' | 'unknown', number>,
) => total.stored + total.alreadyHeld + total.contradicted + total.refused + total.empty + total.unknown
