import type { AssessmentPanel } from '#modules/casework'
import { personSummaries } from '#modules/people'
import type { Work } from '#platform/db'
import { denseTable, formatDate, type Html, html } from '#ui'
import { linesOf } from '../queries/enquiryParts.ts'
import { type EnquiryWhole, enquiriesOf } from '../queries/readEnquiry.ts'
import { seenInEnquiry } from '../queries/seenInEnquiry.ts'
import { outcomeWords, wordsFor } from '../rules/enquiryWords.ts'

/** The enquiries of the children of an assessment, inside it: found out once, and not typed there again. */
export const enquiryPanel: AssessmentPanel = {
  name: 'enquiries',
  async show(work, personIds, since) {
    const enquiries = (await enquiriesOf(work, personIds)).filter(
      ({ startedOn, isOpen }) => isOpen || Temporal.PlainDate.compare(startedOn, since) >= 0,
    )
    if (enquiries.length === 0) return null
    const place = ({ personId }: EnquiryWhole): number => personIds.indexOf(personId)
    const names = new Map(
      (await personSummaries(work, personIds)).map(({ id, displayName }) => [id, displayName]),
    )
    const rows: { readonly html?: Html; readonly text?: string }[][] = []
    for (const enquiry of enquiries.toSorted((one, other) => place(one) - place(other)))
      rows.push(await rowOf(work, enquiry, names.get(enquiry.personId) ?? 'A child'))
    return html`<section id="enquiries"><h2 class="govuk-heading-m">Section 47 enquiries</h2>
${denseTable({
  caption: 'Section 47 enquiries of these children',
  captionClasses: 'govuk-visually-hidden',
  firstCellIsHeader: true,
  head: ['Child', 'Enquiry', 'Child seen', 'Lines answered', 'Outcome'].map(text => ({ text })),
  rows,
})}</section>`
  },
}

async function rowOf(work: Work, enquiry: EnquiryWhole, name: string) {
  const lines = await linesOf(work, enquiry.id)
  const seen = (await seenInEnquiry(work, enquiry)).find(({ wasSeen }) => wasSeen)
  const answered = lines.filter(({ answer }) => answer !== null).length
  const started = `Started ${formatDate(enquiry.startedOn)}`
  return [
    { text: name },
    {
      html: html`<a class="govuk-link" href="/people/${enquiry.personId}/enquiries/${enquiry.id}">${started}<span class="govuk-visually-hidden"> about ${name}</span></a>`,
    },
    {
      text: seen ? formatDate(seen.happenedAt.toZonedDateTimeISO('Europe/London').toPlainDate()) : 'Not seen',
    },
    { text: lines.length === 0 ? 'None planned' : `${answered} of ${lines.length}` },
    { text: outcomeOf(enquiry) },
  ]
}

function outcomeOf(enquiry: EnquiryWhole): string {
  if (enquiry.stoppedOn) return `Stopped ${formatDate(enquiry.stoppedOn)}`
  const words = wordsFor(outcomeWords, enquiry.outcome)
  return words === '' ? (enquiry.isOpen ? 'Goes on' : 'Ended') : words
}
