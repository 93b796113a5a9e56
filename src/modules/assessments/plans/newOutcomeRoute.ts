import { z } from 'zod'
import {
  addOutcomes,
  Fields,
  type LongForm,
  type LongFormKey,
  longFormHtml,
  type OwnerChoice,
  openLongForm,
  ownerChoices,
  personParams,
  recordWriters,
  refusedLongForm,
  ticksOf,
} from '#modules/casework'
import type { Work } from '#platform/db'
import { answerSaveDraft, dropDraft, SAVE_DRAFT } from '#platform/drafts'
import { type FormKeys, type Reply, route } from '#platform/http'
import type { Uuid } from '#platform/ids'
import { errorsAbove, fieldErrors, html } from '#ui'
import {
  actionFields,
  outcomeFields,
  outcomeOrder,
  outcomeTargets,
  parseAction,
  parseOutcome,
} from './outcomeForm.ts'
import { planReply, writable } from './planReply.ts'
import { type PlanView, readPlanView } from './planView.ts'
import { childTicks } from './pullForm.ts'

const url = '/people/:personId/plan/outcomes/new'
export const draftQuery = z.object({ draft: z.literal('open').optional().catch(undefined) })

const keyOf = (personId: Uuid): LongFormKey => ({
  form: 'plan-outcome',
  recordKey: personId,
  path: `/people/${personId}/plan/outcomes/new`,
})

function page(
  work: Work,
  view: PlanView,
  form: LongForm,
  keys: FormKeys,
  choices: readonly OwnerChoice[],
): Reply {
  const { values, errors } = form
  return planReply(view, {
    title: 'Add an outcome - Child in need plan',
    hasErrors: errors.list.length > 0,
    about: view.planned.map(({ id }) => id),
    content: html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Add an outcome</h1>
${longFormHtml(form, {
  keys,
  now: work.now,
  submit: 'Add the outcome',
  cancel: `/people/${view.personId}/plan`,
  fields: html`${outcomeFields(values, errors)}
${childTicks(view, ticksOf(values, 'child'), errors)}
<h2 class="govuk-heading-m">The first action</h2>
${actionFields(values, errors, choices, true)}`,
})}`,
  })
}

const show = route({
  method: 'GET',
  url,
  admits: recordWriters,
  summary: 'The form for an outcome of child in need plans',
  purpose: 'casework',
  params: personParams,
  query: draftQuery,
  async handle({ work, params, query, form }): Promise<Reply> {
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const fresh = { child: [params.personId] }
    const opened = await openLongForm(work, keyOf(params.personId), query.draft === 'open', fresh)
    return page(work, found.view, opened, form, await ownerChoices(work, params.personId))
  },
})

const send = route({
  method: 'POST',
  url,
  admits: recordWriters,
  summary: 'Adds an outcome to the plans of the children ticked',
  purpose: 'casework',
  params: personParams,
  query: draftQuery,
  async handle(visit): Promise<Reply> {
    const { work, params, sent, form } = visit
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const key = keyOf(params.personId)
    if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, key.form, key.recordKey)
    const choices = await ownerChoices(work, params.personId)
    const fields = new Fields(sent)
    const { outcome, baseline, whatWillChange } = parseOutcome(fields)
    const ticked = ticksOf(sent, 'child')
    const plans = found.view.planned.filter(({ id }) => ticked.includes(id)).map(({ plan }) => plan)
    if (plans.length === 0) fields.problem('child', 'Select at least one child')
    const asksAction = ['what', 'owner', 'ownerName', 'due-day'].some(
      name => fields.typed(name).trim() !== '',
    )
    const action = asksAction ? parseAction(fields, choices) : null
    if (outcome === null || fields.issues.length > 0) {
      const errors = fieldErrors(fields.issues, outcomeOrder, outcomeTargets)
      return page(work, found.view, await refusedLongForm(work, key, sent, errors), form, choices)
    }
    await addOutcomes(work, plans, { outcome, baseline, whatWillChange, needId: null, action })
    await dropDraft(work, key.form, key.recordKey)
    return { kind: 'redirect', location: `/people/${params.personId}/plan`, success: 'Outcome added' }
  },
})

export const newOutcomeRoutes = [show, send]
