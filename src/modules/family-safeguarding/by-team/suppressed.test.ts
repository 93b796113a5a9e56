import { expect, test } from 'vitest'
import { shownCount, shownMean, shownMedian } from './suppressed.ts'

test('counts from one to four are not shown', () => {
  expect([0, 1, 4, 5].map(shownCount)).toEqual(['0', 'fewer than 5', 'fewer than 5', '5'])
})

test('a middle or a mean of fewer than five is not shown', () => {
  expect(shownMedian([1, 2, 3, 4])).toBeNull()
  expect(shownMedian([9, 1, 5, 3, 7])).toBe(5)
  expect(shownMedian([1, 2, 4, 8, 9, 30])).toBe(6)
  expect(shownMean([1, 2, 3, 4])).toBeNull()
  expect(shownMean([1, 2, 3, 4, 4])).toBe(2.8)
})
