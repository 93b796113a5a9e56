import { type ClockSource, seenVisits } from '#modules/casework'
import { protectionFactsOf } from '../queries/protectionFactsOf.ts'
import { enquiryClocks } from './enquiryClocks.ts'
import { planClocks } from './planClocks.ts'

export const protectionClockSource: ClockSource = {
  name: 'child-protection',
  async derive(work, personIds, settings) {
    const facts = await protectionFactsOf(work, personIds)
    const visits = await seenVisits(work, personIds)
    return [
      ...facts.enquiries.flatMap(enquiry =>
        enquiryClocks(
          enquiry,
          {
            conferences: facts.conferences,
            discussions: facts.discussions,
            visits: visits.get(enquiry.personId) ?? [],
            birth: facts.births.get(enquiry.personId) ?? null,
          },
          settings,
        ),
      ),
      ...facts.plans.flatMap(plan => planClocks(plan, visits.get(plan.personId) ?? [], settings)),
    ]
  },
}
