import { expect, test } from 'vitest'
import type { Episode } from '#modules/casework'
import { makeUuid } from '#platform/ids'
import { shippedClockSettings } from '#reference'
import type { Assessment } from '../queries/assessmentsOf.ts'
import { assessmentClocks } from './assessmentClocks.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const episode: Episode = {
  id: makeUuid(),
  personId: makeUuid(),
  receivedOn: day('2026-04-01'),
  decidedOn: day('2026-04-02'),
  isNoFurtherAction: false,
  primaryNeed: 'N1',
  source: '6',
  closedOn: null,
  closureReason: null,
}
const assessment = (startedOn: string, authorisedOn: string | null): Assessment => ({
  id: makeUuid(),
  personId: episode.personId,
  referralId: episode.id,
  startedOn: day(startedOn),
  internalReviewOn: null,
  authorisedOn: authorisedOn ? day(authorisedOn) : null,
})
const completions = (given: Episode, assessments: Assessment[]) =>
  assessmentClocks(given, assessments, [], shippedClockSettings).filter(
    ({ definitionId }) => definitionId === 'ASSESS_45',
  )

test('45 working days run from the referral, not from the assessment’s start', () => {
  const [clock] = completions(episode, [assessment('2026-04-10', null)])
  expect(clock?.dueOn).toEqual(day('2026-06-09'))
  expect(clock?.triggerKind).toBe('referral')
})

test('the clock runs before any assessment has started, once the referral is taken further', () => {
  expect(completions(episode, []).map(({ outcome }) => outcome)).toEqual(['open'])
  expect(completions({ ...episode, isNoFurtherAction: true }, [])).toEqual([])
  expect(completions({ ...episode, isNoFurtherAction: null }, [])).toEqual([])
})

test('authorised on the 45th working day is on time, a day later is late', () => {
  const outcome = (on: string) => completions(episode, [assessment('2026-04-10', on)])[0]?.outcome
  expect(outcome('2026-06-09')).toBe('on_time')
  expect(outcome('2026-06-10')).toBe('late')
})

test('a second assessment on an open case runs from the decision to assess', () => {
  const second = assessment('2026-07-01', null)
  const clocks = completions(episode, [assessment('2026-04-10', '2026-05-20'), second])
  expect(clocks.map(({ triggerId }) => triggerId)).toEqual([episode.id, second.id])
  expect(clocks[1]?.triggerOn).toEqual(day('2026-07-01'))
})

test('closing the episode stops a clock that was not yet due', () => {
  const [clock] = completions({ ...episode, closedOn: day('2026-04-20') }, [assessment('2026-04-10', null)])
  expect(clock?.outcome).toBe('superseded')
})
