import { describe, expect, it } from 'vitest'
import { bankHolidays } from './bankHolidays.ts'
import { easterSunday } from './easterSunday.ts'
import { oneOffBankHolidays } from './oneOffBankHolidays.ts'

/**
 * Weekday bank holidays of England and Wales as the open children in need census validator lists them:
 * https://github.com/data-to-insight/csc-validator-be-cin, cin_validator/england_holidates.py.
 */
const listed = `
2022-01-03 2022-04-15 2022-04-18 2022-05-02 2022-06-02 2022-06-03 2022-08-29 2022-09-19 2022-12-26 2022-12-27
2023-01-02 2023-04-07 2023-04-10 2023-05-01 2023-05-08 2023-05-29 2023-08-28 2023-12-25 2023-12-26
2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
`

/**
 * Years before that list. 2018 to 2020 were compared with a copy of https://www.gov.uk/bank-holidays.json; the
 * others were entered by hand and have not been compared with a published list.
 */
const entered: readonly [number, string][] = [
  [2015, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  [2016, '01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27'],
  [2017, '01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  [2018, '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26'],
  [2019, '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26'],
  [2020, '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28'],
  [2021, '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28'],
]

const datesOf = (year: number): readonly string[] => bankHolidays(year).map(({ date }) => date.toString())

describe('bankHolidays', () => {
  it.each([2022, 2023, 2024, 2025, 2026, 2027])('agrees with the listed days of %i', year => {
    const expected = listed.split(/\s/).filter(date => date.startsWith(String(year)))
    expect(expected.length).toBeGreaterThanOrEqual(8)
    expect(datesOf(year)).toEqual(expected)
  })

  it.each(entered)('agrees with the days entered for %i', (year, days) => {
    expect(datesOf(year)).toEqual(days.split(' ').map(day => `${year}-${day}`))
  })

  it('gives eight weekdays in date order in every year to 2035 without a one-off day', () => {
    for (let year = 2024; year <= 2035; year += 1) {
      const days = bankHolidays(year)
      expect(days).toHaveLength(8)
      expect(days.every(({ date }) => date.dayOfWeek <= 5 && date.year === year)).toBe(true)
      expect(datesOf(year)).toEqual(datesOf(year).toSorted())
    }
  })

  it('names substitute days as such', () => {
    const december = bankHolidays(2027).slice(-2)
    expect(december.map(({ name }) => name)).toEqual([
      'Christmas Day (substitute day)',
      'Boxing Day (substitute day)',
    ])
  })

  it('moves only days that the ordinary rule would have kept', () => {
    for (const { year, instead, on } of oneOffBankHolidays) {
      expect(datesOf(year)).toContain(on)
      if (instead) expect(datesOf(year)).not.toContain(instead)
    }
    expect(datesOf(2020)).toHaveLength(8)
    expect(datesOf(2022)).toHaveLength(10)
    expect(datesOf(2023)).toHaveLength(9)
  })

  it('refuses a year that it does not know', () => {
    expect(() => bankHolidays(1995)).toThrow(RangeError)
    expect(() => bankHolidays(2100)).toThrow(/Check the year/)
  })
})

describe('easterSunday', () => {
  it.each([
    '2008-03-23',
    '2011-04-24',
    '2016-03-27',
    '2019-04-21',
    '2024-03-31',
    '2025-04-20',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
  ])('falls on %s', date => {
    expect(easterSunday(Number(date.slice(0, 4)))).toEqual(Temporal.PlainDate.from(date))
  })
})
