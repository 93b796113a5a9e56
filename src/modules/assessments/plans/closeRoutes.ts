import { z } from 'zod'
import {
  type Barred,
  closureBarsOf,
  dayValues,
  Fields,
  type LongForm,
  type LongFormKey,
  longFormHtml,
  openLongForm,
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
import { barsList, closeFields } from './closePage.ts'
import { handInClosure } from './closures.ts'
import { parseClosure } from './parseClosure.ts'
import { planReply, writable } from './planReply.ts'
import { type PlanView, readPlanView } from './planView.ts'

const url = '/people/:personId/plan/close'
const query = z.object({
  draft: z.literal('open').optional().catch(undefined),
  as: z.literal('step_down').optional().catch(undefined),
})
const keyOf = (personId: Uuid): LongFormKey => ({
  form: 'plan-closing',
  recordKey: personId,
  path: `/people/${personId}/plan/close`,
})
const barsFor = (work: Work, ids: readonly Uuid[]) => closureBarsOf(work, ids, 'cin_plan')

function page(work: Work, view: PlanView, form: LongForm, keys: FormKeys, bars: readonly Barred[]): Reply {
  const { values, errors } = form
  return planReply(view, {
    title: 'Close or step down - Child in need plan',
    hasErrors: errors.list.length > 0,
    about: view.planned.map(({ id }) => id),
    content: html`${errorsAbove(errors)}
<h1 class="govuk-heading-l">Close or step down</h1>
${barsList(view, bars)}
<p class="govuk-body">A manager decides. Until then the plan, its visits and its time limits go on.</p>
${longFormHtml(form, {
  keys,
  now: work.now,
  submit: 'Hand in for a decision',
  cancel: `/people/${view.personId}/plan`,
  fields: closeFields(view, values, errors),
})}`,
  })
}

const show = route({
  method: 'GET',
  url,
  admits: recordWriters,
  summary: 'The form that asks a manager to close child in need plans',
  purpose: 'casework',
  params: personParams,
  query,
  async handle({ work, params, query: asked, form }): Promise<Reply> {
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const ids = found.view.planned.map(({ id }) => id)
    const steps = asked.as === 'step_down' ? { why: 'step_down_early_help' } : {}
    const fresh = { child: [params.personId], ...dayValues('ends', work.today), ...steps }
    const opened = await openLongForm(work, keyOf(params.personId), asked.draft === 'open', fresh)
    return page(work, found.view, opened, form, await barsFor(work, ids))
  },
})

const order = ['child', 'why', 'ends', 'achieved', 'next', 'turnsTo', 'case', 'reason', 'remark']

const send = route({
  method: 'POST',
  url,
  admits: recordWriters,
  summary: 'Asks a manager to close the plans of the children ticked',
  purpose: 'casework',
  params: personParams,
  query,
  async handle(visit): Promise<Reply> {
    const { work, params, sent, form } = visit
    const found = writable(await readPlanView(work, params.personId))
    if (!found.ok) return found.reply
    const { view } = found
    const key = keyOf(params.personId)
    if (sent[SAVE_DRAFT] !== undefined) return answerSaveDraft(visit, key.form, key.recordKey)
    const fields = new Fields(sent)
    const closure = parseClosure(fields, view, ticksOf(sent, 'child'), work.today)
    const bars = closure
      ? await barsFor(
          work,
          closure.plans.map(({ personId }) => personId),
        )
      : []
    for (const { personId, sentence } of bars)
      fields.problem(
        'child',
        `${view.planned.find(({ id }) => id === personId)?.displayName ?? 'A child'}: ${sentence}`,
      )
    const handedIn = closure && bars.length === 0 ? await handInClosure(work, closure) : null
    if (closure && bars.length === 0 && handedIn === null)
      fields.problem(
        'child',
        'Nobody holds this case, or closing it waits for a decision already. Look at the plan again',
      )
    if (handedIn === null) {
      const refused = await refusedLongForm(
        work,
        key,
        sent,
        fieldErrors(fields.issues, order, { ends: 'ends-day' }),
      )
      return page(work, view, refused, form, bars)
    }
    await dropDraft(work, key.form, key.recordKey)
    return { kind: 'redirect', location: `/plan-closings/${handedIn}`, success: 'Handed in for a decision' }
  },
})

export const closeRoutes = [show, send]
