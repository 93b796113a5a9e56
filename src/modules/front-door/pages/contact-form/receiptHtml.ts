import type { ClockSettings } from '#reference'
import { formatDate, formatDateTime, type Html, html, insetText, panel } from '#ui'
import { decisionDue } from '../../rules/decisionDue.ts'

export type Receipt = {
  readonly reference: string
  readonly receivedAt: Temporal.Instant
  readonly isDanger: boolean
}

/** A reference as the receipt prints it. */
export const referenceShape = /^KF-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/

/** What somebody who told the front door takes away: the reference, when, what happens next and by when. To print. */
export function receiptHtml(
  receipt: Receipt,
  settings: ClockSettings,
  team: { readonly name: string; readonly telephone: string | null } | null,
): Html {
  const due = decisionDue(receipt.receivedAt, settings)
  const ring = team?.telephone ? html` on ${team.telephone}` : ''
  return html`${panel({ titleText: 'We have received it', html: html`Your reference<br><strong>${receipt.reference}</strong>` })}
<p class="govuk-body">Received on ${formatDateTime(receipt.receivedAt)}.</p>
${insetText({ text: 'If somebody is in danger now, call 999. Do not wait for us.' })}
<h2 class="govuk-heading-m">What happens next</h2>
<ol class="govuk-list govuk-list--number">
  <li>${receipt.isDanger ? 'You said that somebody is in danger: the managers on duty have been told at once.' : 'Workers of several agencies read what you told us.'}</li>
  <li>A social worker decides what to do${due ? html` by the end of ${formatDate(due.dueOn)}` : ''}.</li>
  <li>If you told us how to reach you, we tell you that it has been dealt with. We may not be able to say what was decided.</li>
</ol>
<p class="govuk-body">To add something, or if you have heard nothing three working days from now, ring ${team?.name ?? 'us'}${ring} and give the reference.</p>
<p class="govuk-body kith-no-print">Print this page, or write the reference down.</p>`
}
