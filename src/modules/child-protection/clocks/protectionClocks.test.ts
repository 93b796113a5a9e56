import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { shippedClockSettings } from '#reference'
import type { Enquiry, ProtectionPlan } from '../queries/protectionFactsOf.ts'
import { type AroundEnquiry, enquiryClocks } from './enquiryClocks.ts'
import { planClocks } from './planClocks.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const held = (on: string) => ({ id: makeUuid(), heldOn: day(on) })
const enquiry: Enquiry = {
  id: makeUuid(),
  personId: makeUuid(),
  startedOn: day('2026-03-30'),
  strategyDiscussionOn: day('2026-03-27'),
  conferenceTargetOn: null,
  isConferenceNotRequired: null,
  outcome: null,
  outcomeOn: null,
  isImmediate: false,
  beganAt: null,
  seeChildBy: null,
  stoppedOn: null,
  supersededBy: null,
  begunTogether: null,
}
const nothing: AroundEnquiry = { conferences: [], discussions: [], visits: [], birth: null }
const plan: ProtectionPlan = {
  id: makeUuid(),
  personId: makeUuid(),
  startedOn: day('2025-08-31'),
  endedOn: null,
  initialCategory: 'NEG',
  latestCategory: 'NEG',
  previousPlans: 0,
  reviews: [],
  coreGroups: [],
}
const ofEnquiry = (given: Partial<Enquiry>, id: string, around: Partial<AroundEnquiry> = {}) =>
  enquiryClocks({ ...enquiry, ...given }, { ...nothing, ...around }, shippedClockSettings).find(
    ({ definitionId }) => definitionId === id,
  )
const conferenceDue = (given: Enquiry) => ofEnquiry(given, 'ICPC_15')
const clocksOf = (given: Partial<ProtectionPlan>, visits: string[] = []) =>
  planClocks(
    { ...plan, ...given },
    visits.map(on => ({ id: makeUuid(), on: day(on) })),
    shippedClockSettings,
  )
const dueOf = (given: Partial<ProtectionPlan>, id: string) =>
  clocksOf(given).flatMap(({ definitionId, dueOn }) => (definitionId === id ? [dueOn.toString()] : []))

test('the conference is due 15 working days after the strategy discussion, not the start of the enquiry', () => {
  expect(conferenceDue(enquiry)?.dueOn).toEqual(day('2026-04-21'))
})

test('without a strategy discussion on record the enquiry’s start stands in', () => {
  expect(conferenceDue({ ...enquiry, strategyDiscussionOn: null })?.dueOn).toEqual(day('2026-04-22'))
})

test('no conference is owed when the enquiry found none was needed', () => {
  expect(conferenceDue({ ...enquiry, isConferenceNotRequired: true })?.outcome).toBe('not_required')
})

const instant = (text: string) => Temporal.Instant.from(text)
const seen = (at: string) => ({
  id: makeUuid(),
  on: instant(at).toZonedDateTimeISO('Europe/London').toPlainDate(),
  at: instant(at),
})

test('a second discussion moves nothing: the one that began the enquiry counts', () => {
  const later = {
    id: makeUuid(),
    personId: enquiry.personId,
    enquiryId: enquiry.id,
    meetingId: null,
    recordSentOn: null,
  }
  const discussions = [
    { ...later, heldAt: instant('2026-03-27T10:00Z') },
    { ...later, id: makeUuid(), heldAt: instant('2026-04-09T09:00Z') },
  ]
  expect(ofEnquiry({}, 'ICPC_15', { discussions })?.dueOn).toEqual(day('2026-04-21'))
})

test('the child is to be seen within 24 hours of the decision, whatever day it is', () => {
  const began = { beganAt: instant('2026-03-28T20:00Z') }
  expect(ofEnquiry(began, 'S47_CHILD_SEEN')).toMatchObject({
    outcome: 'open',
    dueAt: instant('2026-03-29T20:00Z'),
  })
  const clock = (at: string) => ofEnquiry(began, 'S47_CHILD_SEEN', { visits: [seen(at)] })?.outcome
  expect(clock('2026-03-29T20:00Z')).toBe('on_time')
  expect(clock('2026-03-29T20:01Z')).toBe('late')
  expect(clock('2026-03-28T19:00Z')).toBe('open') // seen before anybody decided
})

test('the time that the discussion set stands instead of the 24 hours', () => {
  const set = { beganAt: instant('2026-03-27T10:00Z'), seeChildBy: instant('2026-03-27T15:30Z') }
  expect(ofEnquiry(set, 'S47_CHILD_SEEN')).toMatchObject({ dueAt: set.seeChildBy, dueOn: day('2026-03-27') })
  const visits = [seen('2026-03-27T18:00Z')]
  expect(ofEnquiry(set, 'S47_CHILD_SEEN', { visits })?.outcome).toBe('late')
  const longer = { ...set, seeChildBy: instant('2026-03-30T15:30Z') }
  expect(ofEnquiry(longer, 'S47_CHILD_SEEN', { visits })?.outcome).toBe('on_time')
})

test('nobody need see a child who is not born, nor is anything counted for an imported enquiry without its moment', () => {
  const began = { beganAt: instant('2026-03-27T10:00Z') }
  expect(
    ofEnquiry(began, 'S47_CHILD_SEEN', {
      birth: { isUnborn: true, expectedOn: null, bornOn: null },
    })?.outcome,
  ).toBe('not_required')
  expect(ofEnquiry({}, 'S47_CHILD_SEEN')).toBeUndefined()
})

test('where somebody acted first, the discussion is owed by the end of the next working day', () => {
  const acted = { isImmediate: true, startedOn: day('2026-04-02'), strategyDiscussionOn: null }
  expect(ofEnquiry(acted, 'STRAT')).toMatchObject({ dueOn: day('2026-04-07'), outcome: 'open' }) // over Easter
  expect(ofEnquiry({ ...acted, strategyDiscussionOn: day('2026-04-03') }, 'STRAT')?.outcome).toBe('on_time')
  expect(ofEnquiry({}, 'STRAT')).toBeUndefined()
})

test('the record of a discussion goes to those who took part by the end of the next working day', () => {
  const held = { id: makeUuid(), personId: enquiry.personId, enquiryId: enquiry.id, meetingId: null }
  const heldAt = instant('2026-03-27T10:00Z')
  const sent = (on: string | null) => ({
    discussions: [{ ...held, heldAt, recordSentOn: on ? day(on) : null }],
  })
  expect(ofEnquiry({}, 'STRAT_RECORD', sent(null))).toMatchObject({
    dueOn: day('2026-03-30'),
    outcome: 'open',
  })
  expect(ofEnquiry({}, 'STRAT_RECORD', sent('2026-03-31'))?.outcome).toBe('late')
})

test('an enquiry that was stopped owes nothing more', () => {
  const stopped = { stoppedOn: day('2026-04-01'), beganAt: instant('2026-03-31T10:00Z') }
  for (const id of ['ICPC_15', 'S47_OUTCOME', 'S47_CHILD_SEEN'])
    expect(ofEnquiry(stopped, id)?.outcome).toBe('superseded')
})

test('the first review is due in 3 months, clamped to the month’s end, then 6 months from the actual review', () => {
  expect(dueOf({}, 'RCPC_1')).toEqual(['2025-11-30'])
  expect(dueOf({ reviews: [held('2025-11-20')] }, 'RCPC_N')).toEqual(['2026-05-20'])
})

test('the first core group is due in 10 working days, the next 6 weeks after the last', () => {
  expect(dueOf({}, 'CORE_GROUP_FIRST')).toEqual(['2025-09-12'])
  expect(dueOf({ coreGroups: [held('2025-09-10')] }, 'CORE_GROUP')).toEqual(['2025-10-22'])
})

test('a visit after the plan ended keeps none of its clocks', () => {
  const visits = clocksOf({ endedOn: day('2025-09-20') }, ['2025-09-10', '2025-10-01'])
    .filter(({ definitionId }) => definitionId === 'CP_VISIT')
    .map(({ outcome }) => outcome)
  expect(visits).toEqual(['on_time', 'superseded'])
})

const expected = { isUnborn: true, expectedOn: day('2026-07-13'), bornOn: null }
const conferenceOn = (on: string) => ({
  ...held(on),
  personId: enquiry.personId,
  kind: 'pre_birth' as const,
  enquiryId: enquiry.id,
})

test('before a birth the conference is due ten weeks before the child is expected', () => {
  const clock = ofEnquiry({}, 'ICPC_PREBIRTH', { birth: expected })
  expect([clock?.dueOn, clock?.outcome]).toEqual([day('2026-05-04'), 'open'])
})

test('a conference by that day is in time, and one after it late', () => {
  const after = (on: string) =>
    ofEnquiry({}, 'ICPC_PREBIRTH', { birth: expected, conferences: [conferenceOn(on)] })
  expect(after('2026-05-04')?.outcome).toBe('on_time')
  expect(after('2026-05-05')?.outcome).toBe('late')
})

test('the limit moves with the day on which the child is expected', () => {
  const birth = { ...expected, expectedOn: day('2026-07-20') }
  expect(ofEnquiry({}, 'ICPC_PREBIRTH', { birth })?.dueOn).toEqual(day('2026-05-11'))
})

test('a child born before the conference leaves the ordinary limit alone', () => {
  const birth = { ...expected, isUnborn: false, bornOn: day('2026-04-20') }
  expect(ofEnquiry({}, 'ICPC_PREBIRTH', { birth })?.outcome).toBe('not_required')
  const conferences = [conferenceOn('2026-04-22')]
  expect(ofEnquiry({}, 'ICPC_PREBIRTH', { birth, conferences })?.outcome).toBe('not_required')
  expect(ofEnquiry({}, 'ICPC_15', { birth, conferences })?.outcome).toBe('late')
})

test('a conference held before the birth stays in time after it', () => {
  const birth = { ...expected, isUnborn: false, bornOn: day('2026-07-10') }
  const conferences = [conferenceOn('2026-04-20')]
  expect(ofEnquiry({}, 'ICPC_PREBIRTH', { birth, conferences })?.outcome).toBe('on_time')
})

test('no such limit is set for a child born before the enquiry, nor where no conference is needed', () => {
  const birth = { ...expected, isUnborn: false, bornOn: day('2026-03-01') }
  expect(ofEnquiry({}, 'ICPC_PREBIRTH', { birth })).toBeUndefined()
  expect(ofEnquiry({ isConferenceNotRequired: true }, 'ICPC_PREBIRTH', { birth: expected })?.outcome).toBe(
    'not_required',
  )
})
