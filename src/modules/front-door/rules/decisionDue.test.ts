import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { londonDate, shippedClockSettings } from '#reference'
import { referralClocks } from '../clocks/referralClocks.ts'
import { dueWords } from '../pages/queue/dueHtml.ts'
import { decisionDue } from './decisionDue.ts'

const london = (text: string) =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/London').toInstant()

test.each([
  ['2025-12-24T10:00', '2025-12-29'], // Christmas Eve: two holidays, then a weekend
  ['2026-11-21T10:00', '2026-11-23'], // a Saturday
  ['2026-11-20T23:30', '2026-11-23'], // out of hours on a Friday night
  ['2026-06-30T23:30', '2026-07-01'], // the same hour is the next day in universal time, not in England
  ['2026-11-23T09:00', '2026-11-24'],
])('a contact of %s is to be decided by the end of %s, as its referral’s clock says', (received, due) => {
  const receivedAt = london(received)
  expect(decisionDue(receivedAt, shippedClockSettings)?.dueOn.toString()).toBe(due)
  const [clock] = referralClocks(
    {
      id: makeUuid(),
      personId: makeUuid(),
      receivedOn: londonDate(receivedAt),
      decidedOn: null,
      isNoFurtherAction: null,
      primaryNeed: null,
      source: null,
      closedOn: null,
      closureReason: null,
    },
    shippedClockSettings,
  )
  expect(clock?.dueOn.toString()).toBe(due)
})

test.each([
  ['2026-11-24T15:00', 'running', 'Decide by the end of 25 November 2026, 32 hours left'],
  ['2026-11-25T23:30', 'soon', 'Decide by the end of 25 November 2026, less than an hour left'],
  ['2026-11-26T00:30', 'overdue', 'Decide by the end of 25 November 2026'],
] as const)('at %s a contact of the 24th is %s', (now, state, text) => {
  const at = { now: london(now), today: londonDate(london(now)) }
  const contact = { receivedAt: london('2026-11-24T14:00'), decidedAt: null }
  expect(dueWords(contact, shippedClockSettings, at)).toEqual({ state, text })
})

test('a decision after the limit stays late', () => {
  const at = { now: london('2026-12-01T10:00'), today: Temporal.PlainDate.from('2026-12-01') }
  const contact = { receivedAt: london('2026-11-24T14:00'), decidedAt: london('2026-11-26T00:01') }
  expect(dueWords(contact, shippedClockSettings, at).state).toBe('late')
})
