import { type Approval, clockRows, type RecordFrame, type StoredClock } from '#modules/casework'
import { button, formatDate, formatDateTime, type Html, html, nothing, summaryList, tag } from '#ui'
import type { EnquiryLine, HeldDiscussion, ImmediateAction } from '../../queries/enquiryParts.ts'
import type { Medical } from '../../queries/medicalsOf.ts'
import type { EnquiryWhole } from '../../queries/readEnquiry.ts'
import type { EnquiryVisit } from '../../queries/seenInEnquiry.ts'
import { outcomeWords, stoppedWords, wordsFor } from '../../rules/enquiryWords.ts'
import { enquiryPath } from '../frame/enquiryFrame.ts'
import { bodyMapLine, medicalList } from './medicalParts.ts'
import { actionList, discussionList, lineTable, visitList } from './parts.ts'

/** Everything that the page of an enquiry shows. */
export type WorkspaceView = {
  readonly frame: RecordFrame
  readonly enquiry: EnquiryWhole
  readonly siblings: readonly { readonly enquiry: EnquiryWhole; readonly name: string }[]
  readonly clocks: readonly StoredClock[]
  readonly actions: readonly ImmediateAction[]
  readonly discussions: readonly HeldDiscussion[]
  readonly lines: readonly EnquiryLine[]
  readonly visits: readonly EnquiryVisit[]
  readonly medicals: readonly Medical[]
  /** Marks of the body map that stand. */
  readonly marks: number
  /** The last time that its outcome was handed in. */
  readonly approval: Approval | null
  readonly mayWrite: boolean
  /** A medical's findings may arrive after the end. */
  readonly mayAddFindings: boolean
  readonly mayStop: boolean
  readonly today: Temporal.PlainDate
}

/** The enquiry from what began it to how it ends. */
export function workspacePage(view: WorkspaceView): Html {
  const { enquiry, frame, mayWrite } = view
  const path = enquiryPath({ personId: enquiry.personId, enquiryId: enquiry.id })
  const also = view.siblings.map(({ enquiry: other }) => other.personId).join(',')
  const visit = `/people/${enquiry.personId}/visits/new${also ? `?also=${also}` : ''}`
  if (!frame.readsRecord) return withoutParts(view)
  return html`<h1 class="govuk-heading-l">Section 47 enquiry ${standingTag(view)}</h1>
${siblingLinks(view)}
${standsNow(view, path)}
${mayWrite ? html`<div class="govuk-button-group kith-no-print">${button({ text: 'Record a visit', href: visit })}${button({ text: 'Outcome', href: `${path}/outcome`, classes: 'govuk-button--secondary' })}</div>` : nothing}
${facts(view)}
<h2 class="govuk-heading-m" id="began">What began it</h2>
${actionList(view.actions)}
${discussionList(view.discussions, enquiry.personId, mayWrite)}
${
  mayWrite
    ? links([
        [`${path}/discussions/new`, 'Record a strategy discussion'],
        [`${path}/actions/new`, 'Record what was done at once'],
      ])
    : nothing
}
<h2 class="govuk-heading-m" id="plan">The plan of the enquiry</h2>
${lineTable(view.lines, path, mayWrite, view.today)}
${mayWrite ? links([[`${path}/lines/new`, 'Add a line']]) : nothing}
<h2 class="govuk-heading-m" id="seen">The child</h2>
${visitList(view.visits, enquiry, frame.identity.isUnborn)}
<h2 class="govuk-heading-m" id="medicals">Medicals and the body map</h2>
${medicalList(view.medicals, path, view.mayAddFindings)}
${mayWrite ? links([[`${path}/medicals/new`, 'Record a medical']]) : nothing}
${bodyMapLine(enquiry.personId, view.marks, mayWrite)}
${view.mayStop ? html`<p class="govuk-body kith-no-print"><a class="govuk-link" href="${path}/stop">Stop this enquiry without an outcome</a> (managers)</p>` : nothing}`
}

/** For whoever reads enquiries and not the record: what stands of the enquiry itself, and that this is not all. */
const withoutParts = (
  view: WorkspaceView,
): Html => html`<h1 class="govuk-heading-l">Section 47 enquiry ${standingTag(view)}</h1>
${facts(view)}
<p class="govuk-body">Its discussions, lines, medicals and visits stand in the record, which your work does not include. Ask the social worker who leads it.</p>`

const links = (items: readonly (readonly [href: string, text: string])[]): Html =>
  html`<p class="govuk-body kith-no-print">${items.map(([href, text], place) => html`${place > 0 ? ' · ' : ''}<a class="govuk-link" href="${href}">${text}</a>`)}</p>`

function standingTag({ enquiry, approval }: WorkspaceView): Html {
  if (enquiry.stoppedOn !== null) return tag({ text: 'Stopped', classes: 'govuk-tag--grey' })
  if (!enquiry.isOpen) return tag({ text: 'Ended', classes: 'govuk-tag--grey' })
  return approval?.outcome === null
    ? tag({ text: 'Waits for a manager', classes: 'govuk-tag--yellow' })
    : tag({ text: 'Open', classes: 'govuk-tag--blue' })
}

function siblingLinks({ siblings }: WorkspaceView): Html {
  if (siblings.length === 0) return nothing
  return html`<p class="govuk-body">Begun together with the enquiry of ${siblings.map(
    ({ enquiry, name }, place) =>
      html`${place > 0 ? ', ' : ''}<a class="govuk-link" href="${enquiryPath({ personId: enquiry.personId, enquiryId: enquiry.id })}">${name}</a>`,
  )}.</p>`
}

/** What is to be known first: the outcome, a decision that waits or came back, why it was stopped. */
function standsNow({ enquiry, approval }: WorkspaceView, path: string): Html {
  if (enquiry.stoppedOn !== null)
    return html`<div class="govuk-inset-text">Stopped ${formatDate(enquiry.stoppedOn)}. ${wordsFor(stoppedWords, enquiry.stoppedHow)}: ${enquiry.stoppedReason ?? ''}</div>`
  if (approval?.outcome === null)
    return html`<div class="govuk-inset-text">The outcome was handed in and <a class="govuk-link" href="/approvals/${approval.id}">waits for a manager</a>.</div>`
  if (approval?.outcome === 'returned' && enquiry.isOpen)
    return html`<div class="govuk-inset-text">A manager <a class="govuk-link" href="/approvals/${approval.id}">returned the outcome</a>: ${approval.reason ?? ''} <a class="govuk-link" href="${path}/outcome">Change it</a></div>`
  return nothing
}

function facts({ enquiry, clocks, today }: WorkspaceView): Html {
  const text = (key: string, value: string | null) =>
    value === null ? [] : [{ key: { text: key }, value: { text: value } }]
  return summaryList({
    rows: [
      ...text('Started', formatDate(enquiry.startedOn)),
      ...text(
        'Strategy discussion',
        enquiry.strategyDiscussionOn ? formatDate(enquiry.strategyDiscussionOn) : 'Not recorded yet',
      ),
      ...text('Made by', madeBy(enquiry)),
      ...text('Leads it', enquiry.leadName),
      ...text('See the child by', enquiry.seeChildBy ? formatDateTime(enquiry.seeChildBy) : null),
      ...text('Outcome', wordsFor(outcomeWords, enquiry.outcome) || null),
      ...text('Authorised', enquiry.outcomeOn ? formatDate(enquiry.outcomeOn) : null),
      ...text('Reasons', enquiry.outcome ? enquiry.outcomeReasons : null),
      ...text('How the child is safe until the conference', enquiry.outcome ? enquiry.interimSafety : null),
      ...text('Initial conference', conferenceWords(enquiry)),
      ...text('Why the child was not seen', enquiry.outcome ? enquiry.notSeenReason : null),
      ...clockRows(clocks, today),
    ],
  })
}

const madeBy = ({ isJointWithPolice }: EnquiryWhole): string | null =>
  isJointWithPolice === null
    ? null
    : isJointWithPolice
      ? 'Social care jointly with the police'
      : 'Social care alone'

function conferenceWords(enquiry: EnquiryWhole): string | null {
  if (enquiry.conferenceOn) return `Held ${formatDate(enquiry.conferenceOn)}`
  if (enquiry.isConferenceNotRequired)
    return `Not needed${enquiry.noConferenceReason ? `: ${enquiry.noConferenceReason}` : ''}`
  return enquiry.outcome === 'continuing_risk' ? 'Needed, not held yet' : null
}
