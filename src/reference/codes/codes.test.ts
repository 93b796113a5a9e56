import { describe, expect, it } from 'vitest'
import { codeLabel } from './codeLabel.ts'
import { codeSets } from './codeSets.ts'
import { codesOf, isCode } from './isCode.ts'

describe('the census code sets', () => {
  it.each([
    ['abuseCategory', 5],
    ['assessmentFactor', 42],
    ['closureReason', 9],
    ['disability', 13],
    ['ethnicity', 20],
    ['gender', 0],
    ['primaryNeed', 10],
    ['referralSource', 22],
    ['sex', 3],
    ['unknownUpn', 7],
    ['yesNo', 2],
  ] as const)('hold %s with %i codes in 2026', (set, count) => {
    expect(codesOf(set, 2026)).toHaveLength(count)
  })

  it('hold labels for people', () => {
    const labels = Object.values(codeSets).flatMap(set => Object.values(set).map(({ label }) => label))
    expect(labels.every(label => label.length > 1 && label === label.trim())).toBe(true)
  })

  it.each([
    ['assessmentFactor', '8B', 2021, undefined],
    ['assessmentFactor', '8F', 2021, undefined],
    ['assessmentFactor', '18B', 2021, undefined],
    ['assessmentFactor', '18C', 2021, undefined],
    ['assessmentFactor', '19B', 2021, undefined],
    ['assessmentFactor', '19C', 2021, undefined],
    ['assessmentFactor', '24A', 2022, undefined],
    ['referralSource', '5D', 2023, undefined],
    ['closureReason', 'RC9', 2023, undefined],
    ['sex', 'M', 2025, undefined],
    ['gender', '1', undefined, 2024],
    ['assessmentFactor', '18A', undefined, 2020],
    ['assessmentFactor', '19A', undefined, 2020],
  ] as const)('use %s %s from %s to %s', (set, code, from, to) => {
    expect(isCode(set, code)).toBe(true)
    expect(isCode(set, code, 2017)).toBe(from === undefined)
    expect(isCode(set, code, 2026)).toBe(to === undefined)
    if (from) expect([from - 1, from].map(year => isCode(set, code, year))).toEqual([false, true])
    if (to) expect([to, to + 1].map(year => isCode(set, code, year))).toEqual([true, false])
  })

  it('are told apart from other text', () => {
    expect(isCode('abuseCategory', 'neg')).toBe(false)
    expect(isCode('abuseCategory', 'toString')).toBe(false)
    expect(isCode('referralSource', '')).toBe(false)
  })

  it('keep the label of the census year', () => {
    expect(codeLabel('primaryNeed', 'N1')).toBe('Abuse, neglect and exploitation')
    expect(codeLabel('primaryNeed', 'N1', 2026)).toBe('Abuse, neglect and exploitation')
    expect(codeLabel('primaryNeed', 'N1', 2025)).toBe('Abuse or neglect')
    expect(codeLabel('closureReason', 'RC8', 2026)).toBe('Closed after assessment, no further action')
  })

  it('keep the order of the census when listed for a choice', () => {
    expect(codesOf('referralSource').join(' ')).toBe(
      '1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10',
    )
    expect(codesOf('assessmentFactor').slice(-6)).toEqual(['19C', '20', '21', '22A', '23A', '24A'])
    expect(codesOf('primaryNeed')[0]).toBe('N1')
    expect(codesOf('closureReason', 2022)).toEqual(['RC1', 'RC2', 'RC3', 'RC4', 'RC5', 'RC6', 'RC7', 'RC8'])
  })
})
