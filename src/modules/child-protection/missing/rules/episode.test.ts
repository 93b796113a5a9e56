import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import {
  countWithin,
  type Episode,
  hoursAway,
  hoursInWords,
  type Interview,
  interviewResult,
} from './episode.ts'

const at = (text: string) => Temporal.Instant.from(text)
const episode: Episode = {
  id: makeUuid(),
  personId: makeUuid(),
  kind: 'missing',
  startedAt: at('2026-03-27T20:00Z'),
  reportedAt: at('2026-03-27T22:00Z'),
  reportedBy: 'Grandmother',
  leftFrom: 'home',
  leftFromDetail: null,
  lastSeen: 'By the bus stop',
  lastSeenAt: null,
  policeToldAt: at('2026-03-27T22:30Z'),
  policeReference: null,
  policeNotToldReason: null,
  risk: 'medium',
  riskReasons: 'Young and alone',
  returned: { at: at('2026-03-28T09:00Z'), where: 'A park', how: 'police', to: 'home', remark: null },
  withdrawnReason: null,
  version: 1,
}
const interview: Interview = {
  id: makeUuid(),
  personId: episode.personId,
  episodeIds: [episode.id],
  offeredAt: at('2026-03-28T10:00Z'),
  offeredBy: 'A worker',
  isIndependent: true,
  answer: null,
  answeredAt: null,
  answerWords: null,
  doneAt: null,
  doneBy: null,
  words: null,
  pushFactors: [],
  pullFactors: [],
  harm: null,
  followUp: null,
  version: 1,
}
const held = (doneAt: string): Interview => ({ ...interview, answer: 'accepted', doneAt: at(doneAt) })

test('offered, held and held in time are three answers', () => {
  expect(interviewResult(episode, [])).toMatchObject({ isOffered: false, isDone: false, isDoneInTime: false })
  expect(interviewResult(episode, [interview])).toMatchObject({
    isOffered: true,
    isDone: false,
    isDoneInTime: false,
  })
  // 72 hours run through the night in which the clocks go forward: until 10:00 by the clock on the wall.
  expect(interviewResult(episode, [held('2026-03-31T09:00Z')])).toMatchObject({
    isDone: true,
    isDoneInTime: true,
  })
  expect(interviewResult(episode, [held('2026-03-31T09:01Z')])).toMatchObject({
    isDone: true,
    isDoneInTime: false,
  })
})

test('an interview of another absence counts for nothing here', () => {
  expect(
    interviewResult(episode, [{ ...held('2026-03-29T09:00Z'), episodeIds: [makeUuid()] }]),
  ).toMatchObject({
    isOffered: false,
    isDone: false,
  })
})

test('a refusal stands until it is offered again', () => {
  const refused: Interview = { ...interview, answer: 'refused' }
  expect(interviewResult(episode, [refused]).answer).toBe('refused')
  const again: Interview = { ...interview, id: makeUuid(), offeredAt: at('2026-04-02T10:00Z') }
  expect(interviewResult(episode, [refused, again]).answer).toBeNull()
})

test('hours away end with the return', () => {
  expect(hoursAway(episode, at('2026-04-30T00:00Z'))).toBe(13)
  expect(hoursAway({ ...episode, returned: null }, at('2026-03-30T00:30Z'))).toBe(52)
  expect(hoursInWords(1)).toBe('1 hour')
  expect(hoursInWords(47)).toBe('47 hours')
  expect(hoursInWords(52)).toBe('2 days and 4 hours')
})

test('counts absences of the last days, never a withdrawn or a later one', () => {
  const on = (text: string, withdrawnReason: string | null = null): Episode => ({
    ...episode,
    id: makeUuid(),
    startedAt: at(text),
    withdrawnReason,
  })
  const all = [
    episode,
    on('2025-12-27T20:00Z'), // 90 days before
    on('2025-12-26T20:00Z'),
    on('2026-03-01T20:00Z', 'Entered for a brother'),
    on('2026-03-29T20:00Z'),
  ]
  expect(countWithin(episode, all, 90)).toBe(2)
})
