import { expect, test } from 'vitest'
import type { ClockFact, Episode } from '#modules/casework'
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
const assessment = (
  startedOn: string,
  authorisedOn: string | null,
  more: Partial<Assessment> = {},
): Assessment => ({
  id: makeUuid(),
  personId: episode.personId,
  referralId: episode.id,
  startedOn: day(startedOn),
  internalReviewOn: null,
  authorisedOn: authorisedOn ? day(authorisedOn) : null,
  jointId: null,
  outcome: null,
  shared: null,
  checkpoints: [],
  stoppedOn: null,
  parentVisits: null,
  ...more,
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

const ofClock = (clock: string, assessments: Assessment[], visits: ClockFact[] = []) =>
  assessmentClocks(episode, assessments, visits, shippedClockSettings).filter(
    ({ definitionId }) => definitionId === clock,
  )
const on = (text: string): ClockFact => ({ id: makeUuid(), on: day(text) })

test('one written here is complete when it is both authorised and shared, whichever comes later', () => {
  const jointId = makeUuid()
  const outcome = (shared: string | null) =>
    completions(episode, [
      assessment('2026-04-10', '2026-06-08', { jointId, shared: shared ? on(shared) : null }),
    ])[0]
  expect(outcome(null)?.outcome).toBe('open')
  expect(outcome('2026-05-29')?.satisfiedOn).toEqual(day('2026-06-08'))
  expect(outcome('2026-06-09')?.outcome).toBe('on_time')
  expect(outcome('2026-06-10')?.outcome).toBe('late')
})

test('checkpoints fall on working days 10, 25 and 35 of the start and end with the authorisation', () => {
  const jointId = makeUuid()
  const held = [on('2026-06-12'), on('2026-07-06')]
  const due = (more: Partial<Assessment>, authorisedOn: string | null = null) =>
    ofClock('ASSESS_CHECKPOINT', [assessment('2026-06-01', authorisedOn, { jointId, ...more })]).map(
      ({ dueOn, outcome }) => `${dueOn} ${outcome}`,
    )
  expect(due({})).toEqual(['2026-06-15 open'])
  expect(due({ checkpoints: held })).toEqual(['2026-06-15 on_time', '2026-07-06 on_time', '2026-07-20 open'])
  expect(due({ checkpoints: held }, '2026-07-10').at(-1)).toBe('2026-07-20 superseded')
  expect(due({ jointId: null })).toEqual([])
})

test('the child is seen within five working days; for an unborn child the parents are', () => {
  const started = assessment('2026-04-10', null)
  expect(ofClock('ASSESS_CHILD_SEEN', [started], [on('2026-04-17')])[0]).toMatchObject({ outcome: 'on_time' })
  expect(ofClock('ASSESS_CHILD_SEEN', [started], [on('2026-04-20')])[0]).toMatchObject({ outcome: 'late' })
  const unborn = { ...started, parentVisits: [on('2026-04-16')] }
  expect(ofClock('ASSESS_CHILD_SEEN', [unborn])[0]).toMatchObject({ outcome: 'on_time' })
})

test('a stopped assessment leaves its referral owing another', () => {
  const stopped = assessment('2026-04-10', null, { jointId: makeUuid(), stoppedOn: day('2026-04-15') })
  expect(completions(episode, [stopped]).map(({ outcome }) => outcome)).toEqual(['open'])
  const second = assessment('2026-04-16', '2026-05-01')
  expect(completions(episode, [stopped, second]).map(({ outcome }) => outcome)).toEqual(['on_time'])
})
