import type { ClosureBar } from '#modules/casework'
import { formatDate } from '#ui'
import { isOpen, owesConference } from '../enquiry/rules/enquiryState.ts'
import { protectionFactsOf } from '../queries/protectionFactsOf.ts'

/**
 * An enquiry under section 47 without its outcome, and a protection plan that runs: neither a child in need plan nor the case
 * ends beside them. An enquiry that led to a conference, or was said to need none, is over;
 * one that found continuing risk waits for its conference.
 */
export const protectionBars: ClosureBar = async (work, personIds) => {
  const { enquiries, conferences, plans } = await protectionFactsOf(work, personIds)
  const conferred = new Set(conferences.map(({ enquiryId }) => enquiryId))
  const open = enquiries.filter(one => isOpen(one, conferred.has(one.id)))
  const awaiting = enquiries.filter(one => owesConference(one, conferred.has(one.id)))
  return [
    ...open.map(({ id, personId, startedOn }) => ({
      personId,
      sentence: `A section 47 enquiry that started ${formatDate(startedOn)} is open: finish it first.`,
      href: `/people/${personId}/enquiries/${id}`,
    })),
    ...awaiting.map(({ id, personId, startedOn }) => ({
      personId,
      sentence: `The section 47 enquiry of ${formatDate(startedOn)} found continuing risk and no conference has been held.`,
      href: `/people/${personId}/enquiries/${id}`,
    })),
    ...plans
      .filter(({ endedOn }) => endedOn === null)
      .map(({ personId, startedOn }) => ({
        personId,
        sentence: `A child protection plan has run since ${formatDate(startedOn)}: only a conference ends it.`,
        href: `/people/${personId}/plans`,
      })),
  ]
}
