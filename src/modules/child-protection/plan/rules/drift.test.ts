import { describe, expect, test } from 'vitest'
import { driftOf, isOverdueTwice } from './drift.ts'
import { whyNotEnded } from './ending.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const quiet = {
  startedOn: day('2026-01-05'),
  reviewedOn: [day('2026-03-30'), day('2026-09-28')],
  changedOn: day('2026-05-01'),
  visitDueOn: day('2026-10-20'),
  overdueTwice: 0,
}

describe('drift', () => {
  test('is nowhere in a plan that was changed after the last review but one, with the child seen', () => {
    expect(driftOf(quiet, day('2026-10-12'))).toEqual([])
  })
  test('is a plan that nobody changed between the last two reviews', () => {
    expect(driftOf({ ...quiet, changedOn: day('2026-03-30') }, day('2026-10-12'))).toEqual(['unchanged'])
  })
  test('is a visit that is late from the day after it was due', () => {
    expect(driftOf(quiet, day('2026-10-20'))).toEqual([])
    expect(driftOf(quiet, day('2026-10-21'))).toEqual(['not_seen'])
  })
  test('is a plan of more than 15 months', () => {
    expect(driftOf({ ...quiet, visitDueOn: null }, day('2027-04-05'))).toEqual([])
    expect(driftOf({ ...quiet, visitDueOn: null }, day('2027-04-06'))).toEqual(['long'])
  })
  test('is an action late again after it was put off, or after a review saw it late', () => {
    const late = { dueOn: day('2026-09-01'), doneOn: null }
    const today = day('2026-10-12')
    expect(isOverdueTwice(late, day('2026-09-01'), [], today)).toBe(false)
    expect(isOverdueTwice(late, day('2026-08-01'), [], today)).toBe(true)
    expect(isOverdueTwice(late, day('2026-09-01'), [day('2026-09-28')], today)).toBe(true)
    expect(isOverdueTwice({ ...late, doneOn: day('2026-10-01') }, day('2026-08-01'), [], today)).toBe(false)
  })
})

describe('an end without a conference', () => {
  const child = { startedOn: day('2026-01-05'), bornOn: day('2008-11-20'), diedOn: null }
  test('at 18 is the birthday or later', () => {
    expect(whyNotEnded('aged_18', day('2026-11-19'), child)).toBe('The child is not 18 on that day')
    expect(whyNotEnded('aged_18', day('2026-11-20'), child)).toBeNull()
  })
  test('by death needs the death on record', () => {
    expect(whyNotEnded('died', day('2026-06-01'), child)).toContain('first')
    expect(whyNotEnded('died', day('2026-06-01'), { ...child, diedOn: day('2026-06-01') })).toBeNull()
  })
})
