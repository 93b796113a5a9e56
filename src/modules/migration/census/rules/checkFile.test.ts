import { describe, expect, it } from 'vitest'
import { census, child, episode, withEpisodes, type XmlNode } from '../testing/censusXml.ts'
import { readAll } from '../testing/readAll.ts'
import { checkFile } from './checkFile.ts'
import { fileRules } from './fileRules.ts'

const disabled = (id: number, ...codes: readonly string[]) =>
  child(
    { LAchildID: `D${id}`, UPN: undefined },
    { ChildCharacteristics: { Ethnicity: 'WBRI', Disabilities: { Disability: codes } } },
  )
const eight = ['MOB', 'HAND', 'PC', 'INC', 'COMM', 'LD', 'HEAR', 'VIS']
const onPlan = (icpcOn: string | undefined) =>
  withEpisodes(episode({ DateOfInitialCPC: icpcOn, ChildProtectionPlans: { CPPstartDate: '2025-07-01' } }))
const other = (changes: XmlNode) => child({ LAchildID: 'KITH2', UPN: undefined, ...changes })
const pre = (changes: XmlNode) =>
  withEpisodes(episode({ PreProceedingsandFGDM: { FGDMMeetingOffer: '1', ...changes } }))
const dated = (ReferenceDate: string) => ({ CollectionDetails: { Year: '2026', ReferenceDate } })

/** For each rule a file that breaks it and one that keeps it. */
const cases: Readonly<Record<string, readonly [breaks: string, keeps: string, censusYear?: number]>> = {
  100: [census([], dated('2025-03-31')), census([], dated('2026-03-31'))],
  1520: [census([child(), other({ UPN: 'H801200001001' })]), census([child(), other({}), other({})])],
  2883: [census([onPlan('2025-03-31')]), census([onPlan('2025-07-01')])],
  '2886Q': [census([other({ Sex: 'U' })]), census([child()])],
  '2887Q': [census([disabled(1, ...eight.slice(1), 'NONE')]), census([disabled(1, ...eight)])],
  '2888Q': [census([disabled(1, 'VIS'), disabled(2, 'LD')]), census([disabled(1, 'VIS', 'LD')])],
  8510: [census([child(), child({ UPN: undefined })]), census([child(), other({})])],
  '8995Q': [census([child()]), census([pre({})]), 2027],
  '9000Q': [census([pre({})]), census([pre({ PPStartDate: '2026-09-01' })]), 2027],
}

async function broken(file: string, censusYear = 2026) {
  const { children, header } = await readAll(file)
  const check = checkFile({ asAt: Temporal.PlainDate.from({ year: censusYear, month: 3, day: 31 }) })
  return [...children.flatMap(check.add), ...check.finish(header)]
}

describe('the rules about a whole file', () => {
  it.each(Object.entries(cases))(
    '%s is broken by the one file and kept by the other',
    async (code, [breaks, keeps, year]) => {
      expect((await broken(breaks, year)).map(finding => finding.code)).toContain(code)
      expect((await broken(keeps, year)).map(finding => finding.code)).not.toContain(code)
    },
  )

  it('each have a case here', () => {
    expect(fileRules.map(({ code }) => code).sort()).toEqual(Object.keys(cases).sort())
  })

  it('say where a repeated id stands first', async () => {
    const [finding] = (await broken(census([child(), child({ UPN: undefined })]))).filter(
      ({ code }) => code === '8510',
    )
    expect(finding?.sentence).toMatch(
      /^The local authority child id stands on more than one child\. It stands first at line \d+\.$/,
    )
    expect(finding?.childId).toBe('KITH1')
  })

  it('miss the header of a file without one', async () => {
    const codes = (await broken(census([child()], ''))).map(({ code }) => code)
    expect(codes).toContain('100')
  })
})
