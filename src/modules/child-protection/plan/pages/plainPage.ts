import type { PlanOutcome } from '#modules/casework'
import type { PersonSummary } from '#modules/people'
import { codeWords } from '#reference'
import { formatDate, type Html, html, nothing, table } from '#ui'
import type { ProtectionPlanRow } from '../queries/readPlan.ts'

export type PlainPage = {
  readonly plan: ProtectionPlanRow
  readonly outcomes: readonly PlanOutcome[]
  readonly child: PersonSummary
  readonly today: Temporal.PlainDate
}

/** The whole plan on one page: why, what should be different, and who does what by when. */
export function plainPage({ plan, outcomes, child }: PlainPage): Html {
  const open = outcomes.filter(({ status }) => status === 'open')
  const category = plan.latestCategory ?? plan.initialCategory
  return html`<h1 class="govuk-heading-l">The plan to keep ${child.displayName} safe</h1>
<p class="govuk-body">A meeting on ${formatDate(plan.startedOn)} decided this plan.${category ? html` The worry: ${codeWords('abuseCategory', category).toLowerCase()}.` : nothing}${plan.endedOn ? html` It ended on ${formatDate(plan.endedOn)}.` : nothing}</p>
${plan.aim ? html`<p class="govuk-body"><strong>What we want:</strong> ${plan.aim}</p>` : nothing}
${open.length === 0 ? html`<p class="govuk-body">Nothing is written in the plan yet.</p>` : open.map(outcomePart)}
<p class="govuk-body kith-no-print"><a class="govuk-link" href="/people/${plan.personId}/protection-plan">Back to the plan</a></p>`
}

function outcomePart(outcome: PlanOutcome): Html {
  const line = (words: string, said: string | null) =>
    said ? html`<p class="govuk-body"><strong>${words}:</strong> ${said}</p>` : nothing
  return html`<h2 class="govuk-heading-m">${outcome.outcome}</h2>
${line('Now', outcome.baseline)}${line('What will change', outcome.whatWillChange)}
${
  outcome.actions.length === 0
    ? nothing
    : table({
        caption: `Who does what for: ${outcome.outcome}`,
        captionClasses: 'govuk-visually-hidden',
        head: [{ text: 'Who' }, { text: 'Does what' }, { text: 'By when' }],
        rows: outcome.actions.map(action => [
          { text: action.ownerName },
          { text: action.what },
          { text: action.doneOn ? `Done ${formatDate(action.doneOn)}` : formatDate(action.dueOn) },
        ]),
      })
}`
}
