import { type FormKeys, formFields } from '#platform/http'
import { button, checkboxes, details, type FieldErrors, type Html, html, nothing } from '#ui'
import type { PlanSource } from './planSources.ts'
import { childItem, type PlanView } from './planView.ts'

/** What the needs and the assessment say already, ticked: one click makes outcomes of it. */
export function pullForm(view: PlanView, sources: readonly PlanSource[], keys: FormKeys): Html {
  if (sources.length === 0) return nothing
  const form = html`<form method="post" action="/people/${view.personId}/plan/pull">
${formFields(keys)}
${checkboxes({
  name: 'source',
  classes: 'govuk-checkboxes--small',
  fieldset: { legend: { text: 'From the needs and the assessment', classes: 'govuk-fieldset__legend--s' } },
  items: sources.map(source => ({
    value: source.key,
    text: source.outcome,
    ...(source.baseline ? { hint: { text: `Now: ${source.baseline}` } } : {}),
  })),
  values: sources.map(({ key }) => key),
})}
${childTicks(view, [view.personId])}
${button({ text: 'Add to the plan', classes: 'govuk-button--secondary', preventDoubleClick: true })}
</form>`
  return details({
    summaryText: `Already written: ${sources.length} for the plan`,
    html: form,
    open: view.outcomes.length === 0,
  })
}

/** Which children of the family something is for; nothing to ask where one alone has a plan. */
export function childTicks(view: PlanView, ticked: readonly string[], errors?: FieldErrors): Html {
  if (view.planned.length < 2) return html`<input type="hidden" name="child" value="${view.personId}">`
  return checkboxes({
    name: 'child',
    classes: 'govuk-checkboxes--small',
    fieldset: { legend: { text: 'For which children?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'Written once; each child has their own, which is changed and closed by itself' },
    items: view.planned.map(childItem),
    values: ticked,
    errorMessage: errors?.of('child'),
  })
}
