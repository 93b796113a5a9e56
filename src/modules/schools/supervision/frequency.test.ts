import { expect, test } from 'vitest'
import { isOverdue, nextDue, weeksBySchool } from './frequency.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

test('a school with weeks of its own has those, any other the usual ones', () => {
  const weeks = weeksBySchool(['Larkspur Academy | 4'], 6)
  expect([weeks('larkspur academy'), weeks('Elsewhere School')]).toEqual([4, 6])
})

test('a session is due so many weeks after the last, and overdue the day after', () => {
  expect(nextDue(day('2026-01-05'), 6)?.toString()).toBe('2026-02-16')
  expect(isOverdue(day('2026-01-05'), 6, day('2026-02-16'))).toBe(false)
  expect(isOverdue(day('2026-01-05'), 6, day('2026-02-17'))).toBe(true)
})

test('a school that never had one is overdue', () => {
  expect(isOverdue(null, 6, day('2026-02-16'))).toBe(true)
})
