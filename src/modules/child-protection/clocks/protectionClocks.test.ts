import { expect, test } from 'vitest'
import { makeUuid } from '#platform/ids'
import { shippedClockSettings } from '#reference'
import type { Enquiry, ProtectionPlan } from '../queries/protectionFactsOf.ts'
import { enquiryClocks } from './enquiryClocks.ts'
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
}
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
const conferenceDue = (given: Enquiry) =>
  enquiryClocks(given, [], shippedClockSettings).find(({ definitionId }) => definitionId === 'ICPC_15')
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
