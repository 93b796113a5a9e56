import {
  clockLink,
  isOverdue,
  type PlanAction,
  type PlanOutcome,
  planBand,
  type StoredClock,
  statusWords,
  whyLine,
} from '#modules/casework'
import { type FormKeys, formFields } from '#platform/http'
import { button, formatDate, type Html, html, nothing, tag } from '#ui'
import type { PlanSource } from './planSources.ts'
import type { PlanView } from './planView.ts'
import { pullForm } from './pullForm.ts'

export type PlanPage = PlanView & {
  readonly today: Temporal.PlainDate
  readonly clocks: readonly StoredClock[]
  readonly sources: readonly PlanSource[]
  /** An assessment said that the child is in need, and nobody has begun a plan. */
  readonly mayStart: boolean
  readonly closingId: string | null
  readonly keys: FormKeys
  readonly isPast: boolean
}

/** The plan of one child: what should change, who does what by when, and where that stands. */
export function planPage(view: PlanPage): Html {
  if (view.plan === null) return noPlan(view)
  const { outcomes, today, personId } = view
  const actions = outcomes.flatMap(outcome => outcome.actions)
  return html`<h1 class="govuk-heading-l">Child in need plan</h1>
${whyLine(view.frame.sights)}
${view.closingId ? html`<div class="govuk-inset-text">Closing this plan waits for a manager’s decision. <a class="govuk-link" href="/plan-closings/${view.closingId}">Read what was handed in</a></div>` : nothing}
<p class="govuk-body">Started ${formatDate(view.plan.startedOn)}. ${sharedWords(view)}</p>
${view.clocks.length > 0 ? html`<ul class="govuk-list">${view.clocks.map(clock => html`<li>${clockLink(clock, today)}</li>`)}</ul>` : nothing}
${links(view)}
${planBand(actions, today)}
${view.mayWrite ? pullForm(view, view.sources, view.keys) : nothing}
${outcomes.length === 0 ? html`<p class="govuk-body">No outcome is written yet. A plan says what should change, who does what, and by when.</p>` : outcomes.map((outcome, place) => outcomeCard(view, outcome, place + 1))}
${view.mayWrite ? html`<p class="kith-no-print">${button({ text: 'Add an outcome', href: `/people/${personId}/plan/outcomes/new`, classes: 'govuk-button--secondary' })}</p>` : nothing}`
}

function sharedWords({ plan }: PlanView): string {
  return plan?.sharedOn
    ? `Shared with the family ${formatDate(plan.sharedOn)}.`
    : 'Not shared with the family yet.'
}

function noPlan({ personId, mayStart, keys, frame }: PlanPage): Html {
  const start = html`<p class="govuk-body">An assessment found this child to be in need, and no plan runs.</p>
<form method="post" action="/people/${personId}/plan/start">${formFields(keys)}
${button({ text: 'Start the plan', preventDoubleClick: true })}</form>`
  return html`<h1 class="govuk-heading-l">Child in need plan</h1>
${whyLine(frame.sights)}
<p class="govuk-body">No child in need plan is running.</p>
${mayStart ? start : nothing}`
}

function links({ personId, mayWrite, isPast, frame }: PlanPage): Html {
  const base = `/people/${personId}/plan`
  const plain = html`<a class="govuk-link" href="${base}/plain">The plan in plain words</a> ·
  <a class="govuk-link" href="${base}/print">Download the plan (PDF)</a>`
  if (!mayWrite || isPast) return html`<p class="govuk-body kith-no-print">${plain}</p>`
  return html`<p class="kith-no-print govuk-!-margin-bottom-2">${button({ text: 'Record a review', href: `${base}/review`, classes: 'govuk-!-margin-bottom-2' })}</p>
<p class="govuk-body kith-no-print">${plain} ·
  <a class="govuk-link" href="/people/${personId}/visits/new">Record a visit</a> ·
  <a class="govuk-link" href="${base}/step-up">Step up</a> ·
  <a class="govuk-link" href="${base}/close">Close or step down</a>${
    frame.mayWrite
      ? html` ·
  <a class="govuk-link" href="/people/${personId}/transfers/new">Transfer</a>`
      : nothing
  }</p>`
}

function outcomeCard(view: PlanPage, outcome: PlanOutcome, place: number): Html {
  const base = `/people/${view.personId}/plan`
  const isOpen = outcome.status === 'open'
  return html`<section class="govuk-!-margin-bottom-7" aria-labelledby="outcome-${place}">
<h2 class="govuk-heading-m" id="outcome-${place}">${outcome.outcome}</h2>
<p class="govuk-body">${tag({ text: statusWords[outcome.status], classes: isOpen ? 'govuk-tag--blue' : 'govuk-tag--grey' })}${outcome.endedOn ? ` ${formatDate(outcome.endedOn)}` : ''}</p>
${line('How things are now', outcome.baseline)}
${line('What will change', outcome.whatWillChange)}
${line('Why', outcome.statusReason)}
${outcome.actions.length > 0 ? actionList(view, outcome.actions) : html`<p class="govuk-body">Nobody does anything for this yet.</p>`}
${
  view.mayWrite
    ? html`<p class="govuk-body kith-no-print">${isOpen ? html`<a class="govuk-link" href="${base}/outcomes/${outcome.id}/actions/new">Add an action<span class="govuk-visually-hidden"> for: ${outcome.outcome}</span></a> · ` : nothing}
<a class="govuk-link" href="${base}/outcomes/${outcome.id}">Change or close<span class="govuk-visually-hidden">: ${outcome.outcome}</span></a></p>`
    : nothing
}
</section>`
}

const line = (key: string, text: string | null): Html =>
  text
    ? html`<p class="govuk-body"><strong>${key}:</strong> <span class="kith-typed">${text}</span></p>`
    : nothing

function actionList(view: PlanPage, actions: readonly PlanAction[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${actions.map(
    action => html`<li>${action.what}: ${action.ownerName}, by ${formatDate(action.dueOn)}.
${action.doneOn ? html`Done ${formatDate(action.doneOn)}${action.result ? html`: ${action.result}` : nothing}` : nothing}
${isOverdue(action, view.today) ? tag({ text: 'Overdue', classes: 'govuk-tag--red' }) : nothing}
${view.mayWrite ? html`<a class="govuk-link kith-no-print" href="/people/${view.personId}/plan/actions/${action.id}">${action.doneOn ? 'Change' : 'Mark done or change'}<span class="govuk-visually-hidden">: ${action.what}</span></a>` : nothing}</li>`,
  )}</ul>`
}
