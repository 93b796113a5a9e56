import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { testRecord } from '#test/record.ts'
import { census, type XmlNode } from '../census/testing/censusXml.ts'
import { importing } from '../testing/importing.ts'

const record = await testRecord(8)
const { counts, run } = importing(record, pg.Client)
// So that no run has to make one, and say so.
await record.makers.team({ kind: 'duty' })

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
const upn = fc.constantFrom('H801200001001', 'A123456789123', 'T801200001002', 'X')
const child = fc.record({
  ChildIdentifiers: fc.record({
    LAchildID: some(fc.constantFrom('P1', 'p1', 'P2', 'P3', '')),
    UPN: some(upn),
    FormerUPN: some(upn),
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

const files = fc.array(child, { maxLength: 6 })
const way = fc.record({ batch: fc.integer({ min: 1, max: 6 }), atOnce: fc.integer({ min: 1, max: 4 }) })

test('a second reading of any file changes nothing and finds the same, whatever stands twice in it', async () => {
  let trial = 0
  await fc.assert(
    fc.asyncProperty(files, files, way, way, async (earlier, children, first, second) => {
      trial += 1
      await run(fileOf(trial, earlier))
      const file = fileOf(trial, children)
      const { json } = await run(file, first)
      expect(sumOf(json.total)).toBe(json.total.read)
      const before = await counts()
      const again = await run(file, second)
      expect(again.json.firstFindings).toEqual(json.firstFindings)
      expect(again.json.findings).toEqual({ ...json.findings, new: 0 })
      expect(again.json.total).toEqual({ ...json.total, ...heldNow(json.total) })
      expect(again.json.children).toMatchObject({ new: 0, changed: 0, refused: json.children.refused })
      expect(again.json.clocks).toEqual(json.clocks)
      expect(await counts()).toEqual(before)
    }),
    { numRuns: 25, endOnFailure: true },
  )
}, 240_000)

/** The children of one file, under ids and numbers that no other trial has. */
function fileOf(trial: number, children: readonly object[]): string {
  const text = census(children as XmlNode[]) // records of text, arrays and undefined
  return text
    .replaceAll(/(<LAchildID>)(P)/gi, `$1$2${trial}N`)
    .replaceAll(/(UPN>[A-Z])\d{4}/g, `$1${String(8000 + trial)}`)
}

const heldNow = ({ stored, alreadyHeld }: { readonly stored: number; readonly alreadyHeld: number }) => ({
  stored: 0,
  alreadyHeld: stored + alreadyHeld,
})

const sumOf = (
  total: Record<'stored' | 'alreadyHeld' | 'contradicted' | 'refused' | 'empty' | 'unknown', number>,
) => total.stored + total.alreadyHeld + total.contradicted + total.refused + total.empty + total.unknown
