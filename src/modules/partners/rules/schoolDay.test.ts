import { expect, test } from 'vitest'
import { nextSchoolDay } from './schoolDay.ts'

const before = (at: string) =>
  nextSchoolDay(Temporal.Instant.from(at)).toZonedDateTimeISO('Europe/London').toPlainDateTime().toString()

test('what comes at night is due the same morning', () =>
  expect(before('2026-03-10T02:15:00Z')).toBe('2026-03-10T08:30:00'))
test('what comes in the evening is due the next morning', () =>
  expect(before('2026-03-10T21:00:00Z')).toBe('2026-03-11T08:30:00'))
test('what comes on a Friday evening is due on Monday, and after a bank holiday on Tuesday', () => {
  expect(before('2026-03-13T21:00:00Z')).toBe('2026-03-16T08:30:00')
  expect(before('2026-04-02T21:00:00Z')).toBe('2026-04-07T08:30:00') // Easter
})
test('in summer the morning is that of the clock on the wall', () =>
  expect(nextSchoolDay(Temporal.Instant.from('2026-06-09T07:00:00Z')).toString()).toBe(
    '2026-06-09T07:30:00Z',
  ))
