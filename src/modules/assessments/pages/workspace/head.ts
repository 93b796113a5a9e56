import { clockLink } from '#modules/casework'
import { formatDate, formatDateTime, type Html, html, insetText, nothing, tag } from '#ui'
import { startedOn } from '../../queries/jointCheckpoints.ts'
import type { WholeAssessment } from '../../queries/readWhole.ts'

const statusTags = {
  open: { text: 'Being written', classes: 'govuk-tag--blue' },
  submitted: { text: 'Waits for a manager', classes: 'govuk-tag--yellow' },
  authorised: { text: 'Authorised', classes: 'govuk-tag--green' },
  abandoned: { text: 'Stopped', classes: 'govuk-tag--grey' },
} as const

/** Whose assessment it is, how it stands and what its time limits are. */
export function workspaceHead(whole: WholeAssessment, today: Temporal.PlainDate): Html {
  const { joint } = whole
  const from = startedOn(joint)
  return html`<h1 class="govuk-heading-l">Assessment</h1>
<p class="govuk-body">${tag(statusTags[joint.status])} Referral of ${formatDate(whole.since)}${from ? `, started ${formatDate(from)}` : ''}</p>
<ul class="govuk-list">${joint.children.map(
    ({ person, personId }) =>
      html`<li><a class="govuk-link" href="/people/${personId}">${person.displayName}</a>, ${person.age}</li>`,
  )}</ul>
${clockLines(whole, today)}
${decisionLine(whole)}`
}

/** Each time limit once, though every child has its own. */
function clockLines({ clocks }: WholeAssessment, today: Temporal.PlainDate): Html {
  const groups = Map.groupBy(
    clocks,
    clock => `${clock.definitionId} ${clock.sequence} ${clock.dueOn} ${clock.outcome}`,
  )
  const shown = [...groups.values()].flatMap(([first]) => (first ? [first] : []))
  if (shown.length === 0) return nothing
  return html`<ul class="govuk-list">${shown.map(clock => html`<li>${clockLink(clock, today)}</li>`)}</ul>`
}

function decisionLine({ joint, approvals }: WholeAssessment): Html {
  const [last] = approvals
  if (last === undefined) return nothing
  const link = html`<a class="govuk-link" href="/approvals/${last.id}">See the decision</a>`
  if (last.outcome === null)
    return insetText({
      html: html`Handed in ${formatDateTime(last.submittedAt)}. You may still edit: the manager is shown what changed. ${link}`,
    })
  if (last.outcome === 'returned' && joint.status === 'open')
    return insetText({
      html: html`<strong>Returned:</strong> <span class="kith-typed">${last.reason}</span> ${link}`,
    })
  return html`<p class="govuk-body">${link}</p>`
}
