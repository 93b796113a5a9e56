import { describe, expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { shippedClockSettings } from '#reference'
import { preProceedingsClocks } from '../clocks/preProceedingsClocks.ts'
import { checkApplication } from './applicationCheck.ts'
import { censusItems } from './censusItems.ts'
import type {
  Answer,
  Extension,
  Meeting,
  MeetingKind,
  Offer,
  OfferWay,
  PreProceedings,
} from './preProceedings.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const none: PreProceedings = {
  id: makeUuid(),
  personId: makeUuid(),
  togetherId: makeUuid(),
  startedOn: day('2026-06-01'),
  reasons: 'Invented',
  letterSentOn: null,
  intentLetterOn: null,
  isOffered: null,
  isMeetingHeld: null,
  initialMeetingOn: null,
  reviewMeetings: null,
  outcome: null,
  exemptOn: null,
  exemptBecause: null,
  step: null,
  stepOn: null,
  stepReasons: null,
  appliedOn: null,
  applicationReasons: null,
  version: 1,
  offers: [],
  familyMeetings: [],
  meetings: [],
  extensions: [],
}
const offer = (how: OfferWay, answer: Answer | null = null, on = '2026-06-10'): Offer => ({
  id: makeUuid(),
  recipientId: makeUuid(),
  letterId: null,
  offeredOn: day(on),
  how,
  answer,
  answeredOn: answer === null ? null : day('2026-06-20'),
  words: null,
  version: 1,
})
const met = (kind: MeetingKind, on: string): Meeting => ({
  id: makeUuid(),
  kind,
  heldOn: day(on),
  came: 'Invented',
  wasRepresented: true,
  agreed: 'Invented',
  nextOn: null,
  version: 1,
})
const familyMet = (on: string) => ({
  id: makeUuid(),
  heldOn: day(on),
  coordinator: null,
  came: 'Invented',
  childCame: false,
  familyPlan: null,
  authorityAgrees: 'Invented',
  version: 1,
})

describe('items of the census', () => {
  test('say nothing of what nothing is known of', () => {
    expect(censusItems(none)).toEqual({})
  })

  test('count the first meeting by its day, and the mid-way review among the reviews', () => {
    const meetings = [met('initial', '2026-06-20'), met('midway', '2026-07-20'), met('review', '2026-08-20')]
    expect(censusItems({ ...none, meetings })).toEqual({
      initial_meeting_on: day('2026-06-20'),
      review_meetings: 2,
    })
    expect(censusItems({ ...none, meetings: meetings.slice(0, 1) })).toMatchObject({ review_meetings: 0 })
  })

  test('count an offer that stood in the letter, as N00828 asks, and not one apart from it', () => {
    expect(censusItems({ ...none, offers: [offer('in_person')] })).toEqual({})
    expect(censusItems({ ...none, offers: [offer('in_letter')] })).toEqual({ meeting_offered: true })
  })

  test('say that no family meeting was held only once all is over', () => {
    expect(censusItems({ ...none, offers: [offer('in_letter')] })).not.toHaveProperty('meeting_held')
    expect(censusItems({ ...none, stepOn: day('2026-08-01') })).toEqual({ meeting_held: false })
    expect(censusItems({ ...none, familyMeetings: [familyMet('2026-07-01')] })).toEqual({
      meeting_held: true,
    })
  })

  test('leave what an import counted', () => {
    const imported = {
      ...none,
      togetherId: null,
      reviewMeetings: 3,
      isMeetingHeld: true,
      stepOn: day('2026-08-01'),
    }
    expect(censusItems({ ...imported, meetings: [met('review', '2026-07-20')] })).toEqual({
      review_meetings: 3,
    })
  })
})

describe('an application to the court', () => {
  const on = day('2026-09-01')
  const off = { offer: false, exemption: false }
  const inForce = { offer: true, exemption: true }
  const check = (of: Partial<PreProceedings>, rules = inForce) =>
    checkApplication({ ...none, ...of }, on, rules)

  test('without an offer is warned of before the day of the law, and refused from it', () => {
    expect(check({}, off)).toMatchObject({
      isRefused: false,
      missing: [expect.stringContaining('No family group'), expect.any(String)],
    })
    expect(check({})).toMatchObject({ isRefused: true })
  })

  test('goes when a meeting was offered, whether refused or left unanswered', () => {
    for (const answer of ['refused', 'no_answer', null] as const)
      expect(check({ offers: [offer('in_letter', answer)] })).toEqual({ missing: [], isRefused: false })
  })

  test('waits for the meeting when anybody accepts', () => {
    const offers = [offer('in_letter', 'refused'), offer('in_person', 'accepted')]
    expect(check({ offers })).toMatchObject({ isRefused: true })
    expect(check({ offers }, off)).toMatchObject({
      isRefused: false,
      missing: [expect.stringContaining('accepted'), expect.any(String)],
    })
    expect(check({ offers, familyMeetings: [familyMet('2026-08-01')] }).missing).toEqual([])
    expect(check({ offers, familyMeetings: [familyMet('2026-09-02')] }).isRefused).toBe(true)
  })

  test('goes with an exemption that was recorded by then, once the rule of exemptions is in force too', () => {
    const exempt = { exemptOn: day('2026-08-20') }
    expect(check(exempt).missing).toEqual([])
    expect(check(exempt, off).missing).toEqual([])
    expect(check(exempt, { offer: true, exemption: false })).toMatchObject({ isRefused: true })
    expect(check({ exemptOn: day('2026-09-02') }).isRefused).toBe(true)
  })

  test('is not helped by an offer made after it', () => {
    expect(check({ offers: [offer('in_person', null, '2026-09-02')] }).isRefused).toBe(true)
  })
})

describe('the clocks', () => {
  const clocks = (of: Partial<PreProceedings>) =>
    preProceedingsClocks({ ...none, ...of }, shippedClockSettings).map(
      ({ definitionId, dueOn, outcome }) => `${definitionId} ${dueOn} ${outcome}`,
    )
  const extension = (weeks: number, decidedOn: string): Extension => ({
    id: makeUuid(),
    weeks,
    decidedOn: day(decidedOn),
    reasons: 'Invented',
  })

  test('give 16 weeks from the decision, on whatever day they end, and eight to the review', () => {
    expect(clocks({})).toEqual(['PLO_PREPROC 2026-09-21 open', 'PLO_MIDWAY 2026-07-27 open'])
  })

  test('are kept by the decision to step down or to issue, and by a review', () => {
    const meetings = [met('initial', '2026-06-20'), met('midway', '2026-07-27')]
    expect(clocks({ stepOn: day('2026-09-21'), meetings })).toEqual([
      'PLO_PREPROC 2026-09-21 on_time',
      'PLO_MIDWAY 2026-07-27 on_time',
    ])
    expect(clocks({ stepOn: day('2026-09-22'), meetings: [met('review', '2026-08-01')] })).toEqual([
      'PLO_PREPROC 2026-09-21 late',
      'PLO_MIDWAY 2026-07-27 late',
    ])
  })

  test('run on by an extension decided in time, and not by one decided after', () => {
    expect(clocks({ extensions: [extension(4, '2026-09-21')] })[0]).toBe('PLO_PREPROC 2026-10-19 open')
    expect(clocks({ extensions: [extension(4, '2026-09-22')] })[0]).toBe('PLO_PREPROC 2026-09-21 open')
    const both = [extension(4, '2026-09-01'), extension(2, '2026-10-01')]
    expect(clocks({ extensions: both, stepOn: day('2026-11-01') })[0]).toBe('PLO_PREPROC 2026-11-02 on_time')
  })

  test('ask no mid-way review of what an import brought', () => {
    expect(clocks({ togetherId: null })[1]).toContain('not_required')
  })
})
