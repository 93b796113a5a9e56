import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { shippedClockSettings } from '#reference'
import type { DiscussionFact } from '../queries/discussionFacts.ts'
import { strategyClocks } from './strategyClocks.ts'

const personId = makeUuid()
const at = (text: string) => Temporal.Instant.from(text)
const discussion: DiscussionFact = {
  id: makeUuid(),
  personId,
  childId: makeUuid(),
  previousId: null,
  status: 'planned',
  identifiedAt: at('2026-04-02T09:00Z'),
  plannedAt: at('2026-04-02T14:00Z'),
  startedAt: null,
  endedAt: null,
  participants: 0,
  sent: 0,
  lastSentAt: null,
}
const held = (on: string, more: Partial<DiscussionFact> = {}): DiscussionFact => ({
  ...discussion,
  status: 'held',
  startedAt: at(`${on}T09:00Z`),
  endedAt: at(`${on}T10:00Z`),
  participants: 2,
  ...more,
})
const clocksOf = (discussions: readonly DiscussionFact[], id: string, begunAtOnce: string[] = []) =>
  strategyClocks(
    personId,
    discussions,
    begunAtOnce.map(day => Temporal.PlainDate.from(day)),
    shippedClockSettings,
  ).filter(({ definitionId }) => definitionId === id)
const day = (text: string) => Temporal.PlainDate.from(text)

test('it is held by the end of the next working day after there was reasonable cause', () => {
  expect(clocksOf([discussion], 'STRAT')).toMatchObject([{ outcome: 'open', dueOn: day('2026-04-07') }]) // over Easter
  expect(clocksOf([held('2026-04-07')], 'STRAT')).toMatchObject([{ outcome: 'on_time' }])
  expect(clocksOf([held('2026-04-08')], 'STRAT')).toMatchObject([{ outcome: 'late' }])
})

test('an adjourned one is held when the one that continues it is', () => {
  const adjourned: DiscussionFact = { ...held('2026-04-02'), status: 'adjourned' }
  const next = { id: makeUuid(), childId: makeUuid(), previousId: adjourned.id }
  expect(clocksOf([adjourned, { ...discussion, ...next }], 'STRAT')).toMatchObject([{ outcome: 'open' }])
  expect(clocksOf([adjourned, held('2026-04-08', next)], 'STRAT')).toMatchObject([
    { outcome: 'late', triggerId: adjourned.childId, satisfiedId: next.childId },
  ])
})

test('one that was called off owes nothing more, and is late where it was owed before', () => {
  const off = (on: string): DiscussionFact => ({
    ...discussion,
    status: 'cancelled',
    endedAt: at(`${on}T10:00Z`),
  })
  expect(clocksOf([off('2026-04-02')], 'STRAT')).toMatchObject([{ outcome: 'superseded' }])
  expect(clocksOf([off('2026-04-09')], 'STRAT')).toMatchObject([{ outcome: 'late' }])
})

test('where an enquiry began at once, the enquiry counts until the discussion and this does not count again', () => {
  expect(clocksOf([discussion], 'STRAT', ['2026-04-02'])).toEqual([])
  expect(clocksOf([discussion], 'STRAT', ['2025-01-02'])).toHaveLength(1)
})

test('its record is with everybody who took part by the end of the next working day', () => {
  expect(
    clocksOf([held('2026-03-27', { sent: 1, lastSentAt: at('2026-03-27T12:00Z') })], 'STRAT_RECORD'),
  ).toMatchObject([{ outcome: 'open', dueOn: day('2026-03-30') }])
  const sent = (on: string) => held('2026-03-27', { sent: 2, lastSentAt: at(`${on}T12:00Z`) })
  expect(clocksOf([sent('2026-03-30')], 'STRAT_RECORD')).toMatchObject([{ outcome: 'on_time' }])
  expect(clocksOf([sent('2026-03-31')], 'STRAT_RECORD')).toMatchObject([{ outcome: 'late' }])
  expect(clocksOf([discussion], 'STRAT_RECORD')).toEqual([])
})
