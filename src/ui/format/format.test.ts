import { describe, expect, test } from 'vitest'
import { ageOn, formatDate, formatDateTime, plural, workingDaysLeft } from './index.ts'

const date = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

describe('formatDate and formatDateTime', () => {
  test('write dates and times as GOV.UK does, by the clock of England', () => {
    expect(formatDate(date('2026-04-01'))).toBe('1 April 2026')
    expect(formatDate(date('1999-12-31'))).toBe('31 December 1999')
    const at = (text: string): string => formatDateTime(Temporal.Instant.from(text))
    expect(at('2026-01-05T09:00:00Z')).toBe('5 January 2026 at 9am')
    expect(at('2026-07-05T13:07:00Z')).toBe('5 July 2026 at 2:07pm')
    expect(at('2026-07-05T23:00:00Z')).toBe('6 July 2026 at midnight')
    expect(at('2026-01-05T12:00:00Z')).toBe('5 January 2026 at midday')
    expect(at('2026-01-05T00:30:00Z')).toBe('5 January 2026 at 12:30am')
    expect(at('2026-01-05T12:30:00Z')).toBe('5 January 2026 at 12:30pm')
  })
})

describe('ageOn', () => {
  test.each([
    ['2019-04-01', '2026-04-01', '7 years'],
    ['2019-04-02', '2026-04-01', '6 years'],
    ['2024-04-01', '2026-04-01', '2 years'],
    ['2024-04-02', '2026-04-01', '23 months'],
    ['2025-11-01', '2026-04-01', '5 months'],
    ['2026-01-01', '2026-04-01', '3 months'],
    ['2026-01-02', '2026-04-01', '12 weeks'],
    ['2026-03-11', '2026-04-01', '3 weeks'],
    ['2026-03-25', '2026-04-01', '1 week'],
    ['2026-03-26', '2026-04-01', '6 days'],
    ['2026-03-31', '2026-04-01', '1 day'],
    ['2026-04-01', '2026-04-01', '0 days'],
    ['2026-05-04', '2026-04-01', 'due 4 May 2026'],
    ['2008-02-29', '2026-02-28', '17 years'],
    ['2008-02-29', '2026-03-01', '18 years'],
    ['2025-08-31', '2026-02-28', '5 months'],
  ])('born %s is, on %s, %s', (born, on, expected) => {
    expect(ageOn(date(born), date(on))).toBe(expected)
  })
})

describe('plural and workingDaysLeft', () => {
  test('count in words', () => {
    expect([plural(1, 'child', 'children'), plural(0, 'child', 'children'), plural(2, 'visit')]).toEqual([
      '1 child',
      '0 children',
      '2 visits',
    ])
    expect([workingDaysLeft(3), workingDaysLeft(1), workingDaysLeft(0), workingDaysLeft(-1)]).toEqual([
      '3 working days left',
      '1 working day left',
      'due today',
      '1 working day overdue',
    ])
  })
})
