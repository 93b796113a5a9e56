import type { TimelineEntry, TimelineSource } from '#modules/casework'
import { codeWords } from '#reference'
import { outcomeWords, wordsFor } from '../enquiry/rules/enquiryWords.ts'
import {
  type Conference,
  type Enquiry,
  type ProtectionPlan,
  protectionFactsOf,
} from '../queries/protectionFactsOf.ts'

/** Enquiries, conferences, plans and their reviews in a chronology. */
export const protectionTimeline: TimelineSource = {
  name: 'child-protection',
  async entries(work, personIds) {
    const { enquiries, conferences, plans } = await protectionFactsOf(work, personIds)
    const planOwners = plans.flatMap(planLines)
    return [...enquiries.flatMap(enquiryLines), ...conferences.map(conferenceLine), ...planOwners]
  },
  async bands(work, personIds) {
    const { enquiries, conferences, plans } = await protectionFactsOf(work, personIds)
    const heldFor = (id: Enquiry['id']) => conferences.find(({ enquiryId }) => enquiryId === id)?.heldOn
    return [
      ...enquiries.map(({ id, personId, startedOn, outcomeOn, stoppedOn, isConferenceNotRequired }) => ({
        personId,
        row: 'enquiry' as const,
        startedOn,
        endedOn: heldFor(id) ?? outcomeOn ?? stoppedOn ?? (isConferenceNotRequired ? startedOn : null),
        label: 'Section 47',
      })),
      ...plans.map(({ personId, startedOn, endedOn, initialCategory, latestCategory }) => {
        const category = latestCategory ?? initialCategory
        const label = category ? codeWords('abuseCategory', category) : 'Protection plan'
        return { personId, row: 'protection_plan' as const, startedOn, endedOn, label }
      }),
    ]
  },
}

function enquiryLines(enquiry: Enquiry): readonly TimelineEntry[] {
  const line = {
    personId: enquiry.personId,
    source: 'Child protection',
    isSignificant: true,
    href: `/people/${enquiry.personId}/enquiries/${enquiry.id}`,
  }
  const began = enquiry.isImmediate
    ? 'Section 47 enquiry started after acting at once'
    : 'Section 47 enquiry started'
  return [
    { ...line, on: enquiry.startedOn, title: began, ...(enquiry.beganAt ? { at: enquiry.beganAt } : {}) },
    ...(enquiry.outcomeOn && enquiry.outcome
      ? [
          {
            ...line,
            on: enquiry.outcomeOn,
            title: 'Section 47 enquiry ended',
            text: `${wordsFor(outcomeWords, enquiry.outcome)}.`,
          },
        ]
      : []),
    ...(enquiry.stoppedOn ? [{ ...line, on: enquiry.stoppedOn, title: 'Section 47 enquiry stopped' }] : []),
  ]
}

const conferenceTitles = {
  initial: 'Initial child protection conference',
  review: 'Review child protection conference',
  transfer_in: 'Transfer-in conference',
  pre_birth: 'Pre-birth child protection conference',
}

function conferenceLine(conference: Conference): TimelineEntry {
  return {
    personId: conference.personId,
    on: conference.heldOn,
    title: conferenceTitles[conference.kind],
    source: 'Child protection',
    isSignificant: true,
  }
}

function planLines(plan: ProtectionPlan): readonly TimelineEntry[] {
  const line = { personId: plan.personId, source: 'Child protection', isSignificant: true }
  const category = plan.initialCategory ? codeWords('abuseCategory', plan.initialCategory) : ''
  return [
    {
      ...line,
      on: plan.startedOn,
      title: 'Child protection plan started',
      ...(category ? { text: `Category: ${category}.` } : {}),
    },
    ...plan.reviews.map(review => ({ ...line, on: review.heldOn, title: 'Child protection plan reviewed' })),
    ...plan.coreGroups.map(group => ({
      ...line,
      on: group.heldOn,
      title: 'Core group met',
      isSignificant: false,
    })),
    ...(plan.endedOn ? [{ ...line, on: plan.endedOn, title: 'Child protection plan ended' }] : []),
  ]
}
