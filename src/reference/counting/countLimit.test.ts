import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays } from '../calendars/addWorkingDays.ts'
import { englandAndWales, withBankHolidays, withSchoolDates } from '../calendars/calendars.ts'
import { isWorkingDay } from '../calendars/isWorkingDay.ts'
import { type ClockId, clockDefinition } from '../clocks/clockDefinitions.ts'
import { countLimit } from './countLimit.ts'
import type { CountRule } from './countRule.ts'
import { countRuleOf } from './countRuleOf.ts'
import { explainCount } from './explainCount.ts'
import { londonDate } from './london.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const forwards = { dayZero: 'excluded', direction: 'forwards', clear: false } as const
const backwards = { ...forwards, direction: 'backwards' } as const

const ruleOf = (id: ClockId): CountRule => {
  const [version] = clockDefinition(id).versions
  const rule = version ? countRuleOf(version) : null
  if (!rule) throw new Error(`${id} has no limit`)
  return rule
}

const dueOn = (rule: CountRule, start: string): string => countLimit(rule, day(start)).dueOn.toString()

const anyDay = fc
  .integer({ min: 0, max: 7000 })
  .map(days => Temporal.PlainDate.from('2015-01-01').add({ days }))
const anyMoment = fc
  .integer({ min: 0, max: 7000 * 24 * 60 })
  .map(minutes => Temporal.Instant.from('2015-01-01T00:00Z').add({ minutes }))
const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max })

/** The examples that the counting rules give for themselves. */
const workedExamples: readonly [ClockId, string, string, string][] = [
  ['REF_DECISION', '2025-12-24', '2025-12-29', 'Christmas Eve referral: 25, 26 Dec holidays, then weekend'],
  ['REF_DECISION', '2026-11-21', '2026-11-23', 'Saturday referral'],
  ['ICPC_15', '2026-03-27', '2026-04-21', 'spans Good Friday and Easter Monday'],
  ['ASSESS_45', '2025-12-01', '2026-02-05', 'spans Christmas and New Year'],
  ['ASSESS_45', '2026-04-01', '2026-06-09', 'spans Easter and two May holidays'],
  ['CLA_REVIEW_1', '2026-08-14', '2026-09-14', 'spans August bank holiday'],
  ['CLA_REVIEW_2', '2025-11-30', '2026-02-28', 'month-end clamp'],
  ['RCPC_N', '2025-08-31', '2026-02-28', 'month-end clamp'],
  [
    'CLA_VISIT_6W',
    '2026-02-23',
    '2026-04-06',
    'due date is Easter Monday; week clocks are not rolled forward',
  ],
  ['EHC_FINAL_20W', '2026-01-09', '2026-05-29', '20 x 7 days'],
  ['EHC_DRAFT_15D', '2026-03-02', '2026-03-16', 'day of service counts as day 1'],
  [
    'ICPC_REPORT_FAMILY',
    '2026-04-08',
    '2026-04-01',
    'conference Wed 8 Apr 2026, 2 CLEAR working days (default): latest share date',
  ],
  [
    'ICPC_REPORT_FAMILY',
    '2026-04-08',
    '2026-04-02',
    'same, non-clear reading (2 working days before, share day counts)',
  ],
  ['RCPC_REPORT_FAMILY', '2026-04-08', '2026-03-27', '5 clear working days'],
]

describe('countLimit on the worked examples', () => {
  it.each(workedExamples)('%s from %s is due on %s: %s', (id, start, due, note) => {
    const rule = ruleOf(id)
    expect(dueOn(note.includes('non-clear') ? { ...rule, clear: false } : rule, start)).toBe(due)
  })
})

describe('countLimit of working days', () => {
  it('falls on a working day with exactly that many working days after the start', () => {
    fc.assert(
      fc.property(anyDay, upTo(60), (start, value) => {
        const { dueOn: due } = countLimit({ value, unit: 'working_days', ...forwards }, start)
        const days = start.until(due).days
        const passed = Array.from({ length: days }, (_, n) => start.add({ days: n + 1 }))
        expect(isWorkingDay(due)).toBe(true)
        expect(passed.filter(date => isWorkingDay(date))).toHaveLength(value)
      }),
      { numRuns: 60 },
    )
  })

  it('is never earlier when a bank holiday is added', () => {
    fc.assert(
      fc.property(anyDay, upTo(30), upTo(40), (start, value, ahead) => {
        const rule = { value, unit: 'working_days', ...forwards } as const
        const more = withBankHolidays(englandAndWales, [
          { date: start.add({ days: ahead }), name: 'One more' },
        ])
        const [before, after] = [countLimit(rule, start), countLimit(rule, start, more)]
        expect(Temporal.PlainDate.compare(after.dueOn, before.dueOn)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 60 },
    )
  })

  it('backwards and clear is exactly one working day sooner than not clear', () => {
    fc.assert(
      fc.property(anyDay, upTo(10), (anchor, value) => {
        const rule = { value, unit: 'working_days', ...backwards } as const
        const plain = countLimit(rule, anchor).dueOn
        expect(countLimit({ ...rule, clear: true }, anchor).dueOn).toEqual(addWorkingDays(plain, -1))
      }),
      { numRuns: 60 },
    )
  })

  it('counts the first day only when it is included and worked', () => {
    const rule = { ...forwards, value: 1, unit: 'working_days', dayZero: 'included' } as const
    expect(dueOn(rule, '2026-11-20')).toBe('2026-11-20')
    expect(dueOn(rule, '2026-11-21')).toBe('2026-11-23')
  })
})

describe('countLimit of longer periods', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', 3, '2026-06-30'],
    ['2025-11-15', 15, '2027-02-15'],
  ])('%s and %i months is %s', (start, value, due) => {
    expect(dueOn({ value, unit: 'months', ...forwards }, start)).toBe(due)
  })

  it('keeps the day of the month or, in a shorter month, uses its last day', () => {
    fc.assert(
      fc.property(anyDay, upTo(24), (start, value) => {
        const { dueOn: due } = countLimit({ value, unit: 'months', ...forwards }, start)
        expect(due.day).toBe(Math.min(start.day, due.daysInMonth))
        expect((due.year - start.year) * 12 + due.month - start.month).toBe(value)
      }),
    )
  })

  it('clamps a leap day at the end of February', () => {
    expect(dueOn(ruleOf('FOST_REVIEW'), '2028-02-29')).toBe('2029-02-28')
    expect(dueOn(ruleOf('RETENTION_CLA'), '2012-02-29')).toBe('2087-02-28')
  })

  it('ends a period that begins with the day one day sooner', () => {
    expect(dueOn(ruleOf('CAO'), '2026-11-23')).toBe('2026-11-29')
    expect(dueOn(ruleOf('PLO_26W'), '2026-01-05')).toBe('2026-07-05')
    expect(dueOn({ ...forwards, value: 1, unit: 'months', dayZero: 'included' }, '2026-01-10')).toBe(
      '2026-02-09',
    )
  })

  it('ends a calendar month with its last day', () => {
    expect(dueOn(ruleOf('REG44'), '2026-02-01')).toBe('2026-02-28')
    expect(dueOn({ ...ruleOf('REG44'), value: 2 }, '2026-01-31')).toBe('2026-02-28')
  })

  it('counts weeks back from the anchor', () => {
    expect(dueOn(ruleOf('PF_NOTIFY'), '2026-07-13')).toBe('2026-06-01')
    expect(dueOn(ruleOf('ICPC_PREBIRTH'), '2026-07-13')).toBe('2026-05-04')
  })
})

describe('countLimit of school days and terms', () => {
  const halfTerm = { from: day('2026-10-26'), to: day('2026-10-30'), reason: 'half term' }
  const school = withSchoolDates(englandAndWales, {
    closures: [halfTerm],
    terms: [{ name: 'autumn', from: day('2026-09-02'), to: day('2026-12-18') }],
  })

  it('makes the first school day of an exclusion day 1 and skips closures', () => {
    expect(countLimit(ruleOf('EXCL_6TH_DAY'), day('2026-10-22'), school).dueOn).toEqual(day('2026-11-05'))
    expect(countLimit(ruleOf('EXCL_6TH_DAY'), day('2026-10-24'), school).dueOn).toEqual(day('2026-11-09'))
  })

  it('refuses to guess a school calendar', () => {
    expect(() => countLimit(ruleOf('EXCL_6TH_DAY'), day('2026-10-22'))).toThrow(/withSchoolDates/)
    const term = { ...forwards, value: 1, unit: 'school_terms', dayZero: 'included' } as const
    expect(countLimit(term, day('2026-12-18'), school).dueOn).toEqual(day('2026-12-18'))
    expect(() => countLimit(term, day('2026-12-19'), school)).toThrow(/term dates/)
  })
})

describe('countLimit of hours', () => {
  const hours = (value: number): CountRule => ({
    value,
    unit: 'hours',
    dayZero: 'instant',
    direction: 'forwards',
    clear: false,
  })

  it('is real time passed, whatever the clocks do', () => {
    fc.assert(
      fc.property(anyMoment, upTo(96), (start, value) => {
        const { dueAt } = countLimit(hours(value), start)
        expect(start.until(dueAt).total('hours')).toBe(value)
      }),
    )
  })

  it.each([
    ['2026-03-28T20:00+00:00', '2026-03-29T21:00+01:00', 1],
    ['2026-10-24T20:00+01:00', '2026-10-25T19:00+00:00', -1],
  ])('24 hours from %s end at %s', (start, end, change) => {
    const due = countLimit(hours(24), Temporal.Instant.from(start))
    expect(due.dueAt).toEqual(Temporal.Instant.from(end))
    expect(due.steps).toContainEqual({ kind: 'clocks_change', hours: change })
  })

  it('needs a moment, not a date', () => {
    expect(() => countLimit(ruleOf('S47_CHILD_SEEN'), day('2026-01-05'))).toThrow(/instant of the trigger/)
  })
})

describe('the due moment', () => {
  it.each([
    ['2026-03-28', '2026-03-29T22:59:59.999999Z'],
    ['2026-10-24', '2026-10-25T23:59:59.999999Z'],
    ['2026-07-01', '2026-07-02T22:59:59.999999Z'],
    ['2026-12-01', '2026-12-02T23:59:59.999999Z'],
  ])('a day after %s ends at %s', (start, end) => {
    const due = countLimit({ value: 1, unit: 'calendar_days', ...forwards }, day(start))
    expect(due.dueAt).toEqual(Temporal.Instant.from(end))
  })

  it('is the last microsecond of the due day in England', () => {
    fc.assert(
      fc.property(anyDay, upTo(60), (start, value) => {
        const { dueOn: due, dueAt } = countLimit({ value, unit: 'calendar_days', ...forwards }, start)
        expect(londonDate(dueAt)).toEqual(due)
        expect(londonDate(dueAt.add({ microseconds: 1 }))).toEqual(due.add({ days: 1 }))
      }),
    )
  })

  it('takes the date in England of a trigger late on a summer evening', () => {
    const due = countLimit(ruleOf('REF_DECISION'), Temporal.Instant.from('2026-07-01T23:30Z'))
    expect(due.dueOn).toEqual(day('2026-07-03'))
  })

  it('counts a clock version as it stands', () => {
    const [version] = clockDefinition('ICPC_15').versions
    const [rule] = clockDefinition('CLA_REVIEW_GATE').versions
    if (!version || !rule) throw new Error('both clocks have a version')
    expect(countLimit(version, day('2026-03-27')).dueOn).toEqual(day('2026-04-21'))
    expect(() => countLimit(rule, day('2026-03-27'))).toThrow(/no length of time/)
  })

  it('counts the longer case of a clock that has one', () => {
    const [version] = clockDefinition('CONF_REPORT_CHAIR').versions
    const review = version?.variants?.[0]?.limit
    if (!version || !review) throw new Error('the report to the chair has a review case')
    const rule = countRuleOf(version, review)
    expect(rule).toEqual({
      value: 5,
      unit: 'working_days',
      dayZero: 'excluded',
      direction: 'backwards',
      clear: true,
    })
    expect(rule && countLimit(rule, day('2026-04-08')).dueOn).toEqual(day('2026-03-27'))
  })

  it.each([0, -1, 1.5, Number.NaN])('refuses a limit of %d', value => {
    expect(() => countLimit({ value, unit: 'weeks', ...forwards }, day('2026-01-01'))).toThrow(RangeError)
  })
})

describe('explainCount', () => {
  it('names the holidays that were skipped', () => {
    expect(explainCount(countLimit(ruleOf('ICPC_15'), day('2026-03-27')))).toEqual([
      '15 working days after Friday 27 March 2026, not counting that day.',
      'Skipped: 8 weekend days, Good Friday (Friday 3 April 2026), Easter Monday (Monday 6 April 2026).',
      'Due by the end of Tuesday 21 April 2026.',
    ])
  })

  it('says when the due day does not move and when a month is short', () => {
    expect(explainCount(countLimit(ruleOf('RCPC_N'), day('2025-08-31')))).toEqual([
      '6 months after Sunday 31 August 2025, not counting that day.',
      'That month has no day 31, so its last day is used.',
      'The due day is not a working day (Saturday); it does not move.',
      'Due by the end of Saturday 28 February 2026.',
    ])
  })

  it('says that days are clear, and gives hours to the minute', () => {
    expect(explainCount(countLimit(ruleOf('ICPC_REPORT_FAMILY'), day('2026-04-08')))[0]).toBe(
      '2 clear working days before Wednesday 8 April 2026, not counting that day.',
    )
    const due = countLimit(ruleOf('S47_CHILD_SEEN'), Temporal.Instant.from('2026-03-28T20:00Z'))
    expect(explainCount(due)).toEqual([
      '24 hours after Saturday 28 March 2026 at 20:00, running through nights, weekends and holidays.',
      'The clocks go forward on the way; the hours are counted as they pass.',
      'Due by Sunday 29 March 2026 at 21:00.',
    ])
  })
})
