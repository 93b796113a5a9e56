import { formatDateTime, type Html, html, nothing, plural, summaryList, tag, warningText } from '#ui'
import type { Approval } from '../../approvals/readApprovals.ts'
import type { ApprovalView } from './approvalView.ts'
import { changesShown } from './changesShown.ts'
import { decisionForm } from './decisionForm.ts'
import { dueCell } from './dueCell.ts'
import { outcomeWords, waitedDays } from './inboxView.ts'
import { withdrawForm } from './withdrawForm.ts'

/** Something handed in: what it is, what changed since a manager last saw it, what was said then, and the decision. */
export function approvalPage(view: ApprovalView): Html {
  const { approval, label, may } = view
  return html`<h1 class="govuk-heading-l">${label} <span class="govuk-caption-m">${stateTag(approval)}</span></h1>
  ${view.conflict === null ? nothing : conflictShown(view)}
  ${facts(view)}
  ${view.href === null ? nothing : html`<p class="govuk-body"><a class="govuk-link" href="${view.href}">Read the whole of it</a></p>`}
  ${decidedShown(view)}
  ${earlierShown(view)}
  ${changesShown(view)}
  ${may === 'decide' ? decisionForm(view) : nothing}
  ${may === 'withdraw' ? withdrawForm(view) : nothing}
  ${may === 'read' && approval.outcome === null ? html`<p class="govuk-body">A manager of ${view.teamName} decides this.</p>` : nothing}`
}

const colours = {
  waiting: 'govuk-tag--blue',
  authorised: 'govuk-tag--green',
  returned: 'govuk-tag--orange',
} as const

const stateTag = ({ outcome }: Approval): Html =>
  tag({
    text: outcomeWords[outcome ?? 'waiting'],
    classes: outcome === 'withdrawn' ? 'govuk-tag--grey' : colours[outcome ?? 'waiting'],
  })

const nameOf = ({ names }: ApprovalView, id: Approval['decidedBy']): string =>
  (id === null ? undefined : names.get(id)) ?? 'somebody'

function facts(view: ApprovalView): Html {
  const { approval, people, today, due } = view
  const links = approval.personIds.map(
    (id, place) =>
      html`${place > 0 ? ', ' : ''}${people.has(id) ? html`<a class="govuk-link" href="/people/${id}">${people.get(id)?.displayName}</a>` : 'Somebody you may not see'}`,
  )
  const waited = plural(waitedDays(approval, today), 'day')
  const rows = [
    { key: 'For', html: html`${links}` },
    {
      key: 'Handed in',
      html: html`${formatDateTime(approval.submittedAt)} by ${nameOf(view, approval.submittedBy)}`,
    },
    {
      key: 'To',
      html: html`${view.teamName}${approval.toWorkerId ? `, asked of ${nameOf(view, approval.toWorkerId)}` : ''}`,
    },
    ...(approval.remark
      ? [{ key: 'Remark', html: html`<span class="kith-typed">${approval.remark}</span>` }]
      : []),
    ...(approval.outcome === null ? [{ key: 'Has waited', html: html`${waited}` }] : []),
    ...(due ? [{ key: 'Due', html: dueCell(due, view) }] : []),
  ]
  return summaryList({ rows: rows.map(row => ({ key: { text: row.key }, value: { html: row.html } })) })
}

function decidedShown(view: ApprovalView): Html {
  const { approval } = view
  if (approval.outcome === null) return nothing
  const when = approval.decidedAt ? formatDateTime(approval.decidedAt) : ''
  return html`<h2 class="govuk-heading-m">${outcomeWords[approval.outcome]}</h2>
  <p class="govuk-body">By ${nameOf(view, approval.decidedBy)}, ${when}.</p>
  ${reasonShown(approval)}`
}

const reasonShown = ({ reason }: Approval): Html =>
  reason === null ? nothing : html`<div class="govuk-inset-text kith-typed">${reason}</div>`

function earlierShown(view: ApprovalView): Html {
  const earlier = view.presented.earlier.filter(({ outcome }) => outcome !== null)
  if (earlier.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">What was said before</h2>
  ${earlier.map(
    one => html`<p class="govuk-body">${outcomeWords[one.outcome ?? 'waiting']} by ${nameOf(view, one.decidedBy)}${one.decidedAt ? `, ${formatDateTime(one.decidedAt)}` : ''}. <a class="govuk-link" href="/approvals/${one.id}">As it was handed in ${formatDateTime(one.submittedAt)}</a></p>
  ${reasonShown(one)}`,
  )}`
}

function conflictShown(view: ApprovalView): Html {
  if (view.conflict === 'edited')
    return warningText({
      text: 'This was edited after you opened it. Nothing has been decided. What you wrote is below: read the changes again, then decide.',
    })
  const { approval } = view
  const typed = view.fields.typed('reason')
  return html`${warningText({
    text: `${nameOf(view, approval.decidedBy)} was first: ${outcomeWords[approval.outcome ?? 'waiting'].toLowerCase()}. Your decision was not kept.`,
  })}
  ${typed === '' ? nothing : html`<p class="govuk-body">You wrote:</p><div class="govuk-inset-text kith-typed">${typed}</div>`}`
}
