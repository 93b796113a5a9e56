import type { Uuid } from '#platform/ids'
import { formatDateTime, type Html, html, nothing, table, tag } from '#ui'
import { isAsked } from '../../meeting/index.ts'
import { meetingPath } from '../../meeting/pages/meetingPath.ts'
import { inviteeWords } from '../../meeting/pages/words.ts'
import type { ConferenceView } from './conferenceView.ts'

/** For whoever leads the conference: who of the family had the report before it, who had it late and why, and who has nothing. */
export function familyReports({ opened, given, mayWrite }: ConferenceView): Html {
  const family = opened.invitees.filter(
    one =>
      one.side === 'family' &&
      one.personId !== null &&
      one.standing !== 'supporter' &&
      one.excludedBecause === null &&
      isAsked(one),
  )
  if (!mayWrite || family.length === 0) return nothing
  const state = (personId: Uuid | null): Html => {
    const copy = personId === null ? undefined : given.get(personId)
    if (copy === undefined) return tag({ text: 'Not shared', classes: 'govuk-tag--red' })
    const late = copy.lateBecause === null ? nothing : html`<br>Late: ${copy.lateBecause}`
    return html`${formatDateTime(copy.at)}${late}`
  }
  return html`<h2 class="govuk-heading-m">What the family has read</h2>
${table({
  caption: 'The report with the family',
  captionClasses: 'govuk-visually-hidden',
  head: [{ text: 'Who' }, { text: 'Had the report' }],
  rows: family.map(one => [{ text: inviteeWords(one) }, { html: state(one.personId) }]),
})}
<p class="govuk-body"><a class="govuk-link kith-no-print" href="${meetingPath(opened.meeting.id, '/answers')}">What they say of it, beside the report</a></p>`
}
