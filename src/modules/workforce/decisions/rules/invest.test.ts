import { expect, test } from 'vitest'
import { change, percentChange } from '../../capacity/pages/money.ts'
import { addUp, breakEven, weeksToBreakEven } from './invest.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const period = (from: string, until: string, spent: number, weeksAvoided: number) => ({
  from: day(from),
  until: day(until),
  spent,
  weeksAvoided,
})

test('462,000 recommended and 499,000 endorsed differ by +£37,000, +8.0%', () => {
  expect(change(499_000 - 462_000)).toBe('+£37,000')
  expect(percentChange(462_000, 499_000)).toBe('+8.0%')
  expect(percentChange(0, 499_000)).toBe('no percentage of nothing')
})

test('499,000 at 3,000 a week are 166.4 weeks of one place: 3.2 years', () => {
  expect(weeksToBreakEven(499_000, 3_000)).toBe(166.4)
})

test('breaks even at the end of the period in which as much was avoided as spent', () => {
  const standings = addUp(
    [period('2026-07-01', '2026-09-30', 125_000, 50), period('2026-04-01', '2026-06-30', 125_000, 20)],
    3_000,
  )
  expect(standings.map(one => one.avoidedSoFar)).toEqual([60_000, 210_000])
  expect(breakEven(standings)).toBeNull()
  const later = addUp([...standings, period('2026-10-01', '2026-12-31', 0, 20)], 3_000)
  expect(breakEven(later)?.toString()).toBe('2026-12-31')
})

test('nothing spent is no break-even', () => {
  expect(breakEven(addUp([period('2026-04-01', '2026-06-30', 0, 0)], 3_000))).toBeNull()
})
