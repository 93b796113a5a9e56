import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CensusEpisode } from './child/censusChild.ts'
import { valueIn, valuesIn } from './reading/reading.ts'
import { census, type XmlNode, xml } from './testing/censusXml.ts'
import { readAll } from './testing/readAll.ts'

const day = fc
  .integer({ min: 0, max: 9000 })
  .map(days => Temporal.PlainDate.from('2001-01-01').add({ days }).toString())
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const flag = fc.constantFrom('0', '1', 'true', 'false')
const factors = fc.subarray(['1A', '2B', '3C', '20', '22A'])

const assessment = fc.record({
  AssessmentActualStartDate: day,
  AssessmentAuthorisationDate: maybe(day),
  FactorsIdentifiedAtAssessment: fc.record({ AssessmentFactors: factors }),
})
const cpPlan = fc.record({
  CPPstartDate: day,
  CPPendDate: maybe(day),
  InitialCategoryOfAbuse: fc.constantFrom('NEG', 'PHY', 'SAB', 'EMO', 'MUL'),
  NumberOfPreviousCPP: fc.nat(9).map(String),
  Reviews: fc.record({ CPPreviewDate: fc.array(day, { maxLength: 3 }) }),
})
const episode = fc.record({
  CINreferralDate: day,
  ReferralSource: fc.constantFrom('1A', '4', '10', '5D'),
  CINclosureDate: maybe(day),
  ReferralNFA: flag,
  Assessments: fc.array(assessment, { maxLength: 3 }),
  CINPlanDates: fc.array(fc.record({ CINPlanStartDate: day, CINPlanEndDate: maybe(day) }), { maxLength: 2 }),
  Section47: fc.array(fc.record({ S47ActualStartDate: day, ICPCnotRequired: flag }), { maxLength: 2 }),
  ChildProtectionPlans: fc.array(cpPlan, { maxLength: 2 }),
})
const child = fc.record({
  LAchildID: fc.stringMatching(/^[A-Za-z0-9]{1,20}$/),
  Sex: fc.constantFrom('M', 'F', 'U'),
  PersonBirthDate: day,
  episodes: fc.array(episode, { maxLength: 3 }),
})

/** The same elements in another order; repeating elements keep theirs. */
function shuffled(node: XmlNode, order: (left: string, right: string) => number): XmlNode {
  const entries = Object.entries(node).sort(([left], [right]) => order(left, right))
  const inner = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inner)
    // What the generators make is XmlNode all through; the cast only says so of its parts.
    return typeof value === 'object' && value !== null ? shuffled(value as XmlNode, order) : value
  }
  return Object.fromEntries(entries.map(([name, value]) => [name, inner(value) as XmlNode]))
}

const isYes = (text: string) => text === '1' || text === 'true'
const date = (reading: CensusEpisode['referral']['referredOn']) => valueIn(reading)?.toString()

/** An episode as it was read, in the shape in which it was made. */
const asMade = ({ referral, assessments, cinPlans, section47s, cpPlans }: CensusEpisode) => ({
  referral: [
    date(referral.referredOn),
    valueIn(referral.source),
    date(referral.closedOn),
    valueIn(referral.isNoFurtherAction),
  ],
  assessments: assessments.map(one => [date(one.startedOn), date(one.authorisedOn), valuesIn(one.factors)]),
  cinPlans: cinPlans.map(one => [date(one.startedOn), date(one.endedOn)]),
  section47s: section47s.map(one => [date(one.startedOn), valueIn(one.icpcNotRequired)]),
  cpPlans: cpPlans.map(one => [
    date(one.startedOn),
    date(one.endedOn),
    valueIn(one.initialCategory),
    valueIn(one.previousPlans),
    one.reviewsOn.map(date),
  ]),
})

type Made<T> = T extends fc.Arbitrary<infer Value> ? Value : never
const made = (one: Made<typeof episode>) => ({
  referral: [one.CINreferralDate, one.ReferralSource, one.CINclosureDate, isYes(one.ReferralNFA)],
  assessments: one.Assessments.map(inner => [
    inner.AssessmentActualStartDate,
    inner.AssessmentAuthorisationDate,
    inner.FactorsIdentifiedAtAssessment.AssessmentFactors,
  ]),
  cinPlans: one.CINPlanDates.map(inner => [inner.CINPlanStartDate, inner.CINPlanEndDate]),
  section47s: one.Section47.map(inner => [inner.S47ActualStartDate, isYes(inner.ICPCnotRequired)]),
  cpPlans: one.ChildProtectionPlans.map(inner => [
    inner.CPPstartDate,
    inner.CPPendDate,
    inner.InitialCategoryOfAbuse,
    Number(inner.NumberOfPreviousCPP),
    inner.Reviews.CPPreviewDate,
  ]),
})

describe('reading what was written', () => {
  it('gives back every child, in whatever order its elements stand', async () => {
    const property = fc.asyncProperty(
      fc.array(child, { maxLength: 4 }),
      fc.compareFunc(),
      fc.integer({ min: 1, max: 400 }),
      async (children, order, piece) => {
        const nodes = children.map(({ episodes, ...identifiers }) =>
          shuffled({ ChildIdentifiers: identifiers, CINdetails: episodes }, order),
        )
        const { children: read, error, tally } = await readAll(census(nodes), {}, piece)
        expect(error).toBeUndefined()
        expect(read.map(one => valueIn(one.laChildId))).toEqual(children.map(one => one.LAchildID))
        expect(read.map(one => one.episodes.map(asMade))).toEqual(children.map(one => one.episodes.map(made)))
        expect(tally.total()).toMatchObject({ refused: 0, unknown: 0 })
      },
    )
    await fc.assert(property, { numRuns: 60 })
  })
})

describe('reading a damaged file', () => {
  const whole = new TextEncoder().encode(
    census([
      xml({
        ChildIdentifiers: { LAchildID: 'KITH1', Sex: 'F' },
        CINdetails: {
          CINreferralDate: '2025-06-02',
          Assessments: { AssessmentActualStartDate: '2025-06-03' },
        },
      }),
    ]),
  )
  const byte = fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(...[...'<>/&;!-"\'[]= \0'].map(one => one.charCodeAt(0))),
  )
  const change = fc.record({
    at: fc.nat(whole.length - 1),
    length: fc.nat(6),
    bytes: fc.array(byte, { maxLength: 4 }),
  })

  it('ends with the children, or with the one error that it declares', async () => {
    const property = fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async changes => {
      const damaged = changes.reduce(
        (bytes, { at, length, bytes: replacement }) =>
          Uint8Array.from([...bytes.subarray(0, at), ...replacement, ...bytes.subarray(at + length)]),
        whole,
      )
      const { tally, error, children } = await readAll(damaged, {}, 64)
      const { read, stored, refused, empty, unknown } = tally.total()
      expect(read).toBe(stored + refused + empty + unknown)
      if (error) expect(error.position.childrenRead).toBe(children.length)
    })
    await fc.assert(property, { numRuns: 400 })
  })
})
