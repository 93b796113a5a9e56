import { expect, test } from 'vitest'
import { readTime } from './readTime.ts'

test.each([
  ['2:30pm', '14:30:00'],
  ['2.30 PM', '14:30:00'],
  ['14:30', '14:30:00'],
  ['1430', '14:30:00'],
  ['930', '09:30:00'],
  ['9am', '09:00:00'],
  ['12am', '00:00:00'],
  ['12pm', '12:00:00'],
  ['midday', '12:00:00'],
  ['00:05', '00:05:00'],
])('reads %s as %s', (typed, time) => {
  expect(readTime(typed)?.toString()).toBe(time)
})

test.each(['', '9', '25:00', '13pm', '0am', '10:60', 'soon', '-1:00'])('does not read %j', typed => {
  expect(readTime(typed)).toBeNull()
})
