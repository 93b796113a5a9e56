import { expect, test } from 'vitest'
import { daysInAll, daysInto, median, standOf } from './steps.ts'

const day = Temporal.PlainDate.from
const days = {
  advertisedOn: day('2026-01-05'),
  closesOn: day('2026-01-26'),
  interviewedOn: null,
  offeredOn: day('2026-02-10'),
  acceptedOn: null,
  startsOn: null,
  withdrawnOn: null,
}

test('stands at the last step whose day has been', () => {
  expect(standOf(days, day('2026-01-10'))).toMatchObject({ step: 'advertisedOn', days: 5 })
  expect(standOf(days, day('2026-02-15'))).toMatchObject({ step: 'offeredOn', days: 5, isOver: false })
  expect(standOf({ ...days, withdrawnOn: day('2026-02-12') }, day('2026-02-15'))).toMatchObject({
    words: 'Given up',
    isOver: true,
  })
  expect(standOf({ ...days, startsOn: day('2026-04-01') }, day('2026-04-01'))).toMatchObject({
    words: 'Started',
  })
})

test('a step’s days count from the step before that has a day', () => {
  expect(daysInto(days, 'advertisedOn')).toBeNull()
  expect(daysInto(days, 'closesOn')).toBe(21)
  expect(daysInto(days, 'offeredOn')).toBe(15)
  expect(daysInto(days, 'startsOn')).toBeNull()
  expect(daysInAll({ ...days, startsOn: day('2026-04-05') })).toBe(90)
})

test('the middle of an even number of days is between its two', () => {
  expect([median([]), median([5]), median([9, 1, 2]), median([4, 1, 2, 9])]).toEqual([null, 5, 2, 3])
})
