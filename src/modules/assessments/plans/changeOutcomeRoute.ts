import { z } from 'zod'
import {
  changeOutcome,
  Fields,
  type FormValues,
  outcomeStatuses,
  type PlanOutcome,
  recordWriters,
  statusWords,
  typedOf,
  uuidParam,
} from '#modules/casework'
import { type FormKeys, formFields, notFound, type Reply, route } from '#platform/http'
import { button, errorsAbove, type FieldErrors, fieldErrors, html, nothing, radios, textarea } from '#ui'
import { bothTexts } from './bothTexts.ts'
import { LONGEST_TEXT, outcomeFields, outcomeOrder, parseOutcome } from './outcomeForm.ts'
import { planReply, writable } from './planReply.ts'
import { type PlanView, readPlanView } from './planView.ts'

const url = '/people/:personId/plan/outcomes/:outcomeId'
const params = z.object({ personId: uuidParam, outcomeId: uuidParam })

const valuesOf = (outcome: PlanOutcome): FormValues => ({
  outcome: outcome.outcome,
  baseline: outcome.baseline ?? '',
  change: outcome.whatWillChange ?? '',
  status: outcome.status,
  reason: outcome.statusReason ?? '',
  version: `${outcome.version}`,
})

const labels: Readonly<Record<string, string>> = {
  outcome: 'What should be different',
  baseline: 'How things are now',
  change: 'What will change',
  status: 'How it stands',
  reason: 'Why',
}

function page(
  view: PlanView,
  outcome: PlanOutcome,
  values: FormValues,
  errors: FieldErrors,
  keys: FormKeys,
  isStale = false,
): Reply {
  return planReply(view, {
    title: 'Change an outcome - Child in need plan',
    hasErrors: errors.list.length > 0,
    ...(isStale ? { status: 409 } : {}),
    content: html`${errorsAbove(errors)}
${isStale ? bothTexts(labels, values, valuesOf(outcome)) : nothing}
<h1 class="govuk-heading-l">Change or close an outcome</h1>
<form method="post" action="/people/${view.personId}/plan/outcomes/${outcome.id}" novalidate data-keep-on-failure>
${formFields(keys)}
<input type="hidden" name="version" value="${outcome.version}">
${outcomeFields(values, errors)}
${radios({
  name: 'status',
  classes: 'govuk-radios--small',
  fieldset: { legend: { text: 'How does it stand?', classes: 'govuk-fieldset__legend--s' } },
  items: outcomeStatuses.map(status => ({ value: status, text: statusWords[status] })),
  value: typedOf(values, 'status'),
  errorMessage: errors.of('status'),
})}
${textarea({
  name: 'reason',
  rows: 2,
  label: { text: 'If it is closed, why?', classes: 'govuk-label--s' },
  value: typedOf(values, 'reason'),
  errorMessage: errors.of('reason'),
})}
<div class="govuk-button-group">${button({ text: 'Save', preventDoubleClick: true })}
<a class="govuk-link" href="/people/${view.personId}/plan">Cancel</a></div>
</form>`,
  })
}

const show = route({
  method: 'GET',
  url,
  admits: recordWriters,
  summary: 'The form that changes or closes an outcome of a plan',
  purpose: 'casework',
  params,
  async handle({ work, params: asked, form }): Promise<Reply> {
    const found = writable(await readPlanView(work, asked.personId))
    if (!found.ok) return found.reply
    const outcome = found.view.outcomes.find(({ id }) => id === asked.outcomeId)
    if (outcome === undefined) return notFound
    return page(found.view, outcome, valuesOf(outcome), fieldErrors([]), form)
  },
})

const send = route({
  method: 'POST',
  url,
  admits: recordWriters,
  summary: 'Changes or closes an outcome of a plan',
  purpose: 'casework',
  params,
  async handle({ work, params: asked, sent, form }): Promise<Reply> {
    const found = writable(await readPlanView(work, asked.personId))
    if (!found.ok) return found.reply
    const standing = found.view.outcomes.find(({ id }) => id === asked.outcomeId)
    if (standing === undefined) return notFound
    const fields = new Fields(sent)
    const { outcome, baseline, whatWillChange } = parseOutcome(fields)
    const status = fields.choice('status', outcomeStatuses, 'Select how it stands')
    const needsReason = status !== null && status !== 'open' && status !== 'achieved'
    const statusReason = fields.text(
      'reason',
      LONGEST_TEXT,
      needsReason ? 'Enter why it is closed' : undefined,
    )
    if (outcome === null || status === null || fields.issues.length > 0)
      return page(found.view, standing, sent, fieldErrors(fields.issues, outcomeOrder), form)
    const changed = await changeOutcome(work, {
      id: standing.id,
      personId: asked.personId,
      version: Number(fields.typed('version')) || 0,
      outcome,
      baseline,
      whatWillChange,
      status,
      statusReason,
    })
    if (changed === 'stale') return page(found.view, standing, sent, fieldErrors([]), form, true)
    return { kind: 'redirect', location: `/people/${asked.personId}/plan`, success: 'Outcome saved' }
  },
})

export const changeOutcomeRoutes = [show, send]
