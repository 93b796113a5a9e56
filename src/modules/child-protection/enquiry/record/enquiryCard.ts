import { clockRows, type StoredClock } from '#modules/casework'
import { formatDate, type Html, html, summaryList } from '#ui'
import type { Enquiry } from '../../queries/protectionFactsOf.ts'
import { outcomeWords, wordsFor } from '../rules/enquiryWords.ts'

/** An enquiry on the child's page, with its conference and its clocks. */
export function enquiryCard(
  enquiry: Enquiry,
  conferenceOn: Temporal.PlainDate | null,
  clocks: readonly StoredClock[],
  today: Temporal.PlainDate,
): Html {
  const text = (key: string, value: string) => ({ key: { text: key }, value: { text: value } })
  const href = `/people/${enquiry.personId}/enquiries/${enquiry.id}`
  const opens = html`<a class="govuk-link" href="${href}">Open the enquiry<span class="govuk-visually-hidden"> started ${formatDate(enquiry.startedOn)}</span></a>`
  // Of the service's own enquiries the clock itself says the target.
  const target = enquiry.beganAt === null ? enquiry.conferenceTargetOn : null
  return summaryList({
    card: { title: { text: `Section 47 enquiry started ${formatDate(enquiry.startedOn)}`, headingLevel: 3 } },
    rows: [
      { key: { text: 'Enquiry' }, value: { html: opens } },
      ...(enquiry.stoppedOn ? [text('Stopped', formatDate(enquiry.stoppedOn))] : []),
      ...(enquiry.outcome ? [text('Outcome', wordsFor(outcomeWords, enquiry.outcome))] : []),
      text('Initial conference', conferenceWords(enquiry, conferenceOn)),
      ...(target ? [text('Target given by the other system', formatDate(target))] : []),
      ...clockRows(
        clocks.filter(({ triggerId }) => triggerId === enquiry.id),
        today,
      ),
    ],
  })
}

function conferenceWords(enquiry: Enquiry, heldOn: Temporal.PlainDate | null): string {
  if (heldOn) return formatDate(heldOn)
  return enquiry.isConferenceNotRequired ? 'Not needed' : 'Not recorded'
}
