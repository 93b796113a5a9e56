import type { Enquiry } from '../queries/protectionFactsOf.ts'

/** Why an enquiry owes no conference; null while it may. */
export function whyNoConference({ isConferenceNotRequired, outcome }: Enquiry): string | null {
  if (isConferenceNotRequired) return 'The enquiry found that no conference was needed'
  return outcome === 'not_substantiated' || outcome === 'substantiated_no_continuing_risk'
    ? 'The enquiry ended without a conference'
    : null
}
