import { describe, expect, it } from 'vitest'
import { fixedClock, londonDate, systemClock } from './index.ts'

describe('londonDate', () => {
  it.each([
    ['2026-07-01T23:30:00Z', '2026-07-02', 'summer time is an hour ahead of UTC'],
    ['2026-01-01T23:30:00Z', '2026-01-01', 'winter time is UTC'],
    ['2026-03-29T00:59:59Z', '2026-03-29', 'the night the clocks go forward'],
    ['2026-10-24T23:00:00Z', '2026-10-25', 'the night the clocks go back'],
  ])('puts %s on %s: %s', (instant, date) => {
    expect(londonDate(Temporal.Instant.from(instant))).toEqual(Temporal.PlainDate.from(date))
  })
})

describe('systemClock', () => {
  it('runs forward', () => {
    const before = systemClock.now()
    expect(Temporal.Instant.compare(before, systemClock.now())).toBeLessThanOrEqual(0)
    expect([londonDate(before).toString(), londonDate(systemClock.now()).toString()]).toContain(
      systemClock.today().toString(),
    )
  })
})

describe('fixedClock', () => {
  it('stands still until moved, in days too', () => {
    const clock = fixedClock('2026-07-01T22:30:00Z')
    expect(clock.now()).toEqual(clock.now())
    expect(clock.today()).toEqual(Temporal.PlainDate.from('2026-07-01'))
    clock.advance({ minutes: 30 })
    expect(clock.today()).toEqual(Temporal.PlainDate.from('2026-07-02'))
    clock.advance({ weeks: 1, days: 1 })
    clock.advance({ days: -3 })
    expect(clock.now()).toEqual(Temporal.Instant.from('2026-07-06T23:00:00Z'))
    clock.set('2025-01-01T00:00:00Z')
    expect(clock.today()).toEqual(Temporal.PlainDate.from('2025-01-01'))
  })
})
