import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays } from './addWorkingDays.ts'
import { englandAndWales, withBankHolidays, withSchoolDates } from './calendars.ts'
import { isWorkingDay, nonSchoolDay, nonWorkingDay } from './isWorkingDay.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

describe('isWorkingDay', () => {
  it.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-04-03', false],
    ['2026-12-25', false],
    ['2026-12-28', false],
    ['2026-12-29', true],
  ])('%s: %s', (date, expected) => {
    expect(isWorkingDay(day(date))).toBe(expected)
  })

  it('can say why a day is not one', () => {
    expect(nonWorkingDay(day('2026-11-21'))).toEqual({ reason: 'weekend', name: 'Saturday' })
    expect(nonWorkingDay(day('2026-04-06'))).toEqual({ reason: 'bank_holiday', name: 'Easter Monday' })
  })

  it('knows a bank holiday that is added, and leaves the given calendars as they were', () => {
    const more = withBankHolidays(englandAndWales, [{ date: day('2026-11-20'), name: 'Thanksgiving' }])
    expect(nonWorkingDay(day('2026-11-20'), more)).toEqual({ reason: 'bank_holiday', name: 'Thanksgiving' })
    expect(isWorkingDay(day('2026-11-20'))).toBe(true)
  })
})

describe('nonSchoolDay', () => {
  const closures = [{ from: day('2026-10-26'), to: day('2026-10-30'), reason: 'half term' }]
  const school = withSchoolDates(englandAndWales, { closures })

  it('adds closures, first and last day included, to the days that nobody works', () => {
    expect(nonSchoolDay(day('2026-10-23'), school)).toBeNull()
    expect(nonSchoolDay(day('2026-10-24'), school)).toEqual({ reason: 'weekend', name: 'Saturday' })
    expect(nonSchoolDay(day('2026-10-26'), school)).toEqual({ reason: 'school_closed', name: 'half term' })
    expect(nonSchoolDay(day('2026-10-30'), school)).toEqual({ reason: 'school_closed', name: 'half term' })
    expect(nonSchoolDay(day('2026-11-02'), school)).toBeNull()
  })

  it('does not guess when no closures are known', () => {
    expect(() => nonSchoolDay(day('2026-10-23'), englandAndWales)).toThrow(/withSchoolDates/)
  })
})

describe('addWorkingDays', () => {
  it('goes back to where it came from', () => {
    const workingDay = fc
      .integer({ min: 0, max: 7000 })
      .map(days => day('2015-01-01').add({ days }))
      .filter(date => isWorkingDay(date))
    fc.assert(
      fc.property(workingDay, fc.integer({ min: -40, max: 40 }), (date, workingDays) => {
        expect(addWorkingDays(addWorkingDays(date, workingDays), -workingDays)).toEqual(date)
      }),
    )
  })

  it('returns the day itself for none, even at a weekend', () => {
    expect(addWorkingDays(day('2026-11-21'), 0)).toEqual(day('2026-11-21'))
  })

  it('refuses part of a day', () => {
    expect(() => addWorkingDays(day('2026-11-20'), 0.5)).toThrow(RangeError)
  })
})
