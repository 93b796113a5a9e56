import type { ClosureBar } from '#modules/casework'
import { formatDate } from '#ui'
import { protectionFactsOf } from '../queries/protectionFactsOf.ts'

/**
 * An enquiry under section 47 without its outcome, and a protection plan that runs: neither a child in need plan nor the case
 * ends beside them. An enquiry that led to a conference, or was said to need none, is over.
 */
export const protectionBars: ClosureBar = async (work, personIds) => {
  const { enquiries, conferences, plans } = await protectionFactsOf(work, personIds)
  const conferred = new Set(conferences.map(({ enquiryId }) => enquiryId))
  const open = enquiries.filter(
    one =>
      one.outcome === null &&
      one.outcomeOn === null &&
      one.isConferenceNotRequired !== true &&
      !conferred.has(one.id),
  )
  return [
    ...open.map(({ personId, startedOn }) => ({
      personId,
      sentence: `A section 47 enquiry that started ${formatDate(startedOn)} is open: finish it first.`,
      href: `/people/${personId}/plans`,
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
