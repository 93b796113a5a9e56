import { expect, test } from 'vitest'
import { nextSchoolDay, schoolDayAfter } from './schoolDay.ts'

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
test('what comes after the school day began was due before it, and what is told of the future by no more than its coming', () => {
  const due = (happened: string, received: string) =>
    schoolDayAfter(happened, Temporal.Instant.from(received)).toString()
  expect(due('2026-03-10T22:15:00Z', '2026-03-11T09:40:00Z')).toBe('2026-03-11T08:30:00Z')
  expect(due('2026-03-13T22:15:00Z', '2026-03-15T09:40:00Z')).toBe('2026-03-16T08:30:00Z')
  expect(due('2026-12-24T20:00:00Z', '2026-12-27T09:40:00Z')).toBe('2026-12-29T08:30:00Z') // Christmas, and Boxing Day kept on the Monday
  expect(due('2027-03-10T22:15:00Z', '2026-03-10T22:15:00Z')).toBe('2026-03-11T08:30:00Z')
})
