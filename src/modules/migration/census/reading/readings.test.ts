import { describe, expect, it } from 'vitest'
import { parseCount } from './parseCount.ts'
import { parseDate } from './parseDate.ts'
import { parseUpn } from './parseUpn.ts'
import { parseYear } from './parseYear.ts'
import { parseYesNo } from './parseYesNo.ts'
import type { Parse } from './reading.ts'

const outcome = <T>(parse: Parse<T>, raw: string) => {
  const parsed = parse(raw)
  if ('refusal' in parsed) return 'refused'
  return [String(parsed.value), parsed.doubt === undefined ? 'stored' : 'doubted']
}

describe('a date', () => {
  it.each([
    ['2020-01-02', ['2020-01-02', 'stored']],
    ['  2020-01-02 \n', ['2020-01-02', 'stored']],
    ['2020-01-02Z', ['2020-01-02', 'stored']],
    ['2020-01-02T00:00:00', ['2020-01-02', 'doubted']],
    ['2020-01-02 14:30:00', ['2020-01-02', 'doubted']],
    ['2020-06-02T00:00:00.000+01:00', ['2020-06-02', 'doubted']],
    ['2020-06-01T23:00:00Z', 'refused'],
    ['2020-06-02T00:00:00-05:00', 'refused'],
    ['13/02/2020', ['2020-02-13', 'doubted']],
    ['02/02/2020', ['2020-02-02', 'doubted']],
    ['03/04/2020', 'refused'],
    ['02/13/2020', 'refused'],
    ['2020/02/13', ['2020-02-13', 'doubted']],
    ['2023-02-30', 'refused'],
    ['2020-1-2', 'refused'],
    ['20200102', 'refused'],
    ['1066-04-13', ['1066-04-13', 'doubted']],
    ['9999-12-31', ['9999-12-31', 'doubted']],
    ['1900-01-01', ['1900-01-01', 'doubted']],
    ['today', 'refused'],
  ])('written %o reads as %o', (raw, expected) => {
    expect(outcome(parseDate, raw)).toEqual(expected)
  })
})

describe('a flag', () => {
  it.each([
    ['0', ['false', 'stored']],
    ['1', ['true', 'stored']],
    ['true', ['true', 'stored']],
    [' false ', ['false', 'stored']],
    ['TRUE', ['true', 'doubted']],
    ['N', ['false', 'doubted']],
    ['2', 'refused'],
  ])('written %o reads as %o', (raw, expected) => {
    expect(outcome(parseYesNo, raw)).toEqual(expected)
  })
})

describe('a count', () => {
  it.each([
    ['0', ['0', 'stored']],
    [' 10 ', ['10', 'stored']],
    ['3.0', ['3', 'doubted']],
    ['99', ['99', 'doubted']],
    ['-1', 'refused'],
    ['two', 'refused'],
    ['1e3', 'refused'],
  ])('written %o reads as %o', (raw, expected) => {
    expect(outcome(parseCount, raw)).toEqual(expected)
  })
})

describe('a pupil number', () => {
  it.each([
    ['H801200001001', ['H801200001001', 'stored']],
    ['h801200001001', ['H801200001001', 'doubted']],
    ['A801200001001', ['A801200001001', 'doubted']],
    ['H80120000100O', ['H80120000100O', 'doubted']],
    ['H8012000', 'refused'],
    ['8801200001001', 'refused'],
  ])('written %o reads as %o', (raw, expected) => {
    expect(outcome(parseUpn, raw)).toEqual(expected)
  })
})

describe('a census year', () => {
  it.each([
    ['2026', ['2026', 'stored']],
    ['2025-26', ['2026', 'doubted']],
    ['2025/2026', ['2026', 'doubted']],
    ['2025-27', 'refused'],
    ['1970', 'refused'],
  ])('written %o reads as %o', (raw, expected) => {
    expect(outcome(parseYear, raw)).toEqual(expected)
  })
})
