import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { shippedClockSettings } from '#reference'
import type { CinPlan } from '../queries/cinPlansOf.ts'
import { cinPlanClocks } from './cinPlanClocks.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const plan: CinPlan = {
  id: makeUuid(),
  personId: makeUuid(),
  referralId: makeUuid(),
  startedOn: day('2026-03-02'),
  endedOn: null,
  sharedOn: null,
}
const fact = (on: string) => ({ id: makeUuid(), on: day(on), heldOn: day(on) })
const clocksOf = (
  id: 'CIN_PLAN' | 'CIN_VISIT' | 'CIN_REVIEW',
  given: Partial<CinPlan> = {},
  { visits = [] as string[], reviews = [] as string[] } = {},
) =>
  cinPlanClocks(
    { ...plan, ...given },
    { visits: visits.map(fact), reviews: reviews.map(fact) },
    shippedClockSettings,
  ).filter(({ definitionId }) => definitionId === id)

test('the plan is shared within ten working days of its start', () => {
  expect(clocksOf('CIN_PLAN')[0]?.dueOn).toEqual(day('2026-03-16'))
  expect(clocksOf('CIN_PLAN', { sharedOn: day('2026-03-16') }).map(({ outcome }) => outcome)).toEqual([
    'on_time',
  ])
  expect(clocksOf('CIN_PLAN', { sharedOn: day('2026-03-17') }).map(({ outcome }) => outcome)).toEqual([
    'late',
  ])
})

test('the first visit is due four weeks after the start, the next four weeks after the one that was made', () => {
  const [first, second] = clocksOf('CIN_VISIT', {}, { visits: ['2026-03-10'] })
  expect(first).toMatchObject({ outcome: 'on_time' })
  expect(first?.dueOn).toEqual(day('2026-03-30'))
  expect(second).toMatchObject({ outcome: 'open' })
  expect(second?.dueOn).toEqual(day('2026-04-07'))
})

test('the first review is due three months after the start, the next three months after the one that was held', () => {
  const [first, second] = clocksOf('CIN_REVIEW', {}, { reviews: ['2026-06-03'] })
  expect(first?.dueOn).toEqual(day('2026-06-02'))
  expect(first).toMatchObject({ outcome: 'late' })
  expect(second?.dueOn).toEqual(day('2026-09-03'))
})

test('a plan that ends stops its clocks, and one that was missed before stays late', () => {
  const outcomes = (endedOn: string) =>
    clocksOf('CIN_REVIEW', { endedOn: day(endedOn) }).map(({ outcome }) => outcome)
  expect(outcomes('2026-06-02')).toEqual(['superseded'])
  expect(outcomes('2026-06-03')).toEqual(['late'])
})

test('what happened after the end counts for nothing', () => {
  const ended = { endedOn: day('2026-04-01') }
  expect(
    clocksOf('CIN_VISIT', ended, { visits: ['2026-04-02'] }).map(({ satisfiedId }) => satisfiedId),
  ).toEqual([null])
})
