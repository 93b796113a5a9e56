import { expect, test } from 'vitest'
import { shippedClockSettings } from '#reference'
import { assessedBy } from './assessedBy.ts'

const day = Temporal.PlainDate.from
const of = (started: string, assessed: string | null, today: string) => {
  const found = assessedBy(
    { startedOn: day(started), assessedOn: assessed === null ? null : day(assessed) },
    day(today),
    shippedClockSettings,
  )
  return `${found?.dueOn} ${found?.state}`
}

test('the outcome is due twelve months after the first day', () => {
  expect(of('2026-03-02', null, '2026-11-22')).toBe('2027-03-02 running')
  expect(of('2026-03-02', null, '2027-02-01')).toBe('2027-03-02 soon')
  expect(of('2026-03-02', null, '2027-03-02')).toBe('2027-03-02 soon')
  expect(of('2026-03-02', null, '2027-03-03')).toBe('2027-03-02 overdue')
  expect(of('2026-03-02', '2027-03-02', '2027-05-01')).toBe('2027-03-02 met')
  expect(of('2026-03-02', '2027-03-03', '2027-05-01')).toBe('2027-03-02 late')
})
