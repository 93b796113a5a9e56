import { expect, test } from 'vitest'
import {
  bandOf,
  type CaseloadRule,
  capacityNeeded,
  type Held,
  loadOf,
  standingOf,
  together,
  withMore,
} from './caseloadRule.ts'

const rule: CaseloadRule = { limit: 15, counts: 'children', coWorking: 0 }
const held = (led: number, fte: number, more: Partial<Held> = {}): Held => ({
  led,
  coWorked: 0,
  families: led,
  coFamilies: 0,
  counted: fte,
  fte,
  ...more,
})

test('twelve children of a worker of 0.8 FTE are fifteen for one full-time worker: at the number, not over', () => {
  expect(standingOf(held(12, 0.8), rule)).toEqual({ kind: 'ratio', perFte: 15, isOver: false })
})

test('thirteen children of 0.8 FTE are 16.25: over', () => {
  expect(standingOf(held(13, 0.8), rule)).toEqual({ kind: 'ratio', perFte: 16.25, isOver: true })
})

test('an early-career worker at 0.9 of a caseload with fourteen children is over', () => {
  expect(standingOf(held(14, 1, { counted: 0.9 }), rule)).toMatchObject({ kind: 'ratio', isOver: true })
})

test('children and no capacity are no capacity, never a number', () => {
  expect(standingOf(held(3, 1, { counted: 0 }), rule)).toEqual({ kind: 'no_capacity' })
  expect(standingOf(held(0, 0), rule)).toEqual({ kind: 'nothing' })
  expect(standingOf(held(0, 1), rule)).toEqual({ kind: 'ratio', perFte: 0, isOver: false })
})

test('co-workers count nothing unless the authority gives them weight', () => {
  const both = held(10, 1, { coWorked: 4 })
  expect(loadOf(both, rule)).toBe(10)
  expect(loadOf(both, { ...rule, coWorking: 0.5 })).toBe(12)
})

test('three brothers and sisters are three children, or one family where families are counted', () => {
  const siblings = held(3, 1, { families: 1 })
  expect(loadOf(siblings, rule)).toBe(3)
  expect(loadOf(siblings, { ...rule, counts: 'families' })).toBe(1)
  expect(loadOf(withMore(siblings, 2, 1), { ...rule, counts: 'families' })).toBe(2)
})

test('160 children need 10.7 FTE to be fifteen for each; 150 need ten', () => {
  expect(capacityNeeded(160, 15)).toBe(10.7)
  expect(capacityNeeded(150, 15)).toBe(10)
  expect(capacityNeeded(0, 15)).toBe(0)
})

test('a team is the sum of its workers, not the mean of their ratios', () => {
  const team = together([held(20, 1), held(10, 0.5), held(0, 0.5)])
  expect(standingOf(team, rule)).toEqual({ kind: 'ratio', perFte: 15, isOver: false })
})

test('bands hold their upper number', () => {
  const band = (led: number) => bandOf(standingOf(held(led, 1), rule))
  expect([11, 12, 15, 16, 18, 19].map(band)).toEqual([
    'under 12',
    '12 to 15',
    '12 to 15',
    'over 15 to 18',
    'over 15 to 18',
    'above 18',
  ])
})
